package dev.shoal.qc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * One call of a peer's test with what it gave, from the conformance vectors beside the repository.
 *
 * @param set file it stands in, such as {@code ioos_qc.fuzz}
 * @param line the call
 */
public record Vector(String set, JsonNode line) {

    private static final Path FOLDER = Path.of("..", "..", "shared", "qc", "vectors");

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Reads sets of vectors; where there are none, a person's test is skipped and a build's fails. */
    public static List<Vector> of(String... sets) {
        requireFolder();
        return Arrays.stream(sets).flatMap(Vector::read).toList();
    }

    /** Returns the files of all sets; where there are none, a person's test is skipped and a build's fails. */
    static List<Path> files() throws IOException {
        requireFolder();
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".jsonl"))
                    .sorted()
                    .toList();
        }
    }

    private static void requireFolder() {
        if (!Files.isDirectory(FOLDER) && !"true".equals(System.getenv("CI"))) {
            Assumptions.abort("No conformance vectors at " + FOLDER);
        }
        Assertions.assertThat(FOLDER).isDirectory();
    }

    private static Stream<Vector> read(String set) {
        try {
            return Files.readAllLines(FOLDER.resolve(set + ".jsonl")).stream()
                    .map(line -> new Vector(set, parse(line)));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the conformance vectors " + set, e);
        }
    }

    private static JsonNode parse(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot parse " + line, e);
        }
    }

    public String id() {
        return line.path("id").asText();
    }

    /** Returns module and function, such as {@code qartod.spike_test}. */
    public String test() {
        return line.path("test").asText();
    }

    public boolean isTagged(String tag) {
        return StreamSupport.stream(line.path("tags").spliterator(), false)
                .anyMatch(node -> node.asText().equals(tag));
    }

    public boolean mustMatch() {
        return !set.equals("ioos_qc.fixed") && !isTagged("upstream_bug") && !isTagged("unportable_input");
    }

    public Map<?, ?> params() {
        return JSON.convertValue(line.path("params"), Map.class);
    }

    public JsonNode input(String name) {
        return line.path("inputs").path(name);
    }

    public double[] doubles(String name) {
        return StreamSupport.stream(input(name).path("data").spliterator(), false)
                .mapToDouble(node -> node.isNull()
                        ? Double.NaN
                        : node.isTextual() ? Double.parseDouble(node.asText()) : node.asDouble())
                .toArray();
    }

    /** Returns nanoseconds as microseconds, or a second's step where the call has no times. */
    long[] micros(String name, int size) {
        if (input(name).isMissingNode()) {
            long[] seconds = new long[size];
            Arrays.setAll(seconds, i -> i * 1_000_000L);
            return seconds;
        }
        return StreamSupport.stream(input(name).path("data").spliterator(), false)
                .mapToLong(node -> node.isNull() ? Series.NO_TIME : node.asLong() / 1000)
                .toArray();
    }

    public boolean expectsError() {
        return line.path("expected").has("error");
    }

    public byte[] expectedFlags() {
        return bytes(line.path("expected").path("flags"));
    }

    static byte[] bytes(JsonNode codes) {
        byte[] bytes = new byte[codes.size()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) codes.get(i).asInt();
        }
        return bytes;
    }

    boolean isAmbiguous(int index) {
        return StreamSupport.stream(line.path("ambiguous").spliterator(), false)
                .anyMatch(node -> node.asInt() == index);
    }
}
