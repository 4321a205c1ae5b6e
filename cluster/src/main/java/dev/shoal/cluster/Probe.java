package dev.shoal.cluster;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks the daemons over HTTP whether they work; a living process may still be starting, or stuck. */
final class Probe {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Pattern ALIVE_WORKERS = Pattern.compile("\"aliveworkers\"\\s*:\\s*(\\d+)");

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    /** Whether an S3 server answers at all; without keys the right answer is a refusal. */
    boolean objectStoreAnswers(ClusterSettings settings) throws InterruptedException {
        return body(settings.endpoint() + "/").isPresent();
    }

    /** How many workers the master has, or empty where it does not answer. */
    Optional<Integer> registeredWorkers(ClusterSettings settings) throws InterruptedException {
        return body(settings.webUrl() + "/json/")
                .map(ALIVE_WORKERS::matcher)
                .filter(Matcher::find)
                .map(found -> Integer.parseInt(found.group(1)));
    }

    private Optional<String> body(String url) throws InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(url)).timeout(PATIENCE).build();
        try {
            return Optional.of(
                    client.send(request, HttpResponse.BodyHandlers.ofString()).body());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
