package dev.shoal.cluster;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the command line says.
 *
 * @param verb what to do
 * @param data the data folder
 * @param json whether a program reads the answer
 * @param timeoutSeconds how long a start may take
 * @param settings the settings that were given, by their names
 */
record ClusterArguments(Verb verb, Path data, boolean json, int timeoutSeconds, Map<String, String> settings) {
    private static final Set<String> SETTINGS = Set.of(
            "workers", "cores", "memory", "executor-memory", "daemon-memory", "master-port", "web-port", "s3-port");

    /** What can be done with a cluster. */
    enum Verb {
        /** Start what does not run. */
        START,
        /** End all. */
        STOP,
        /** Look. */
        STATUS
    }

    /** Understands a command line or says what is wrong with it. */
    static ClusterArguments parse(List<String> args) throws UsageException {
        if (args.isEmpty()) {
            throw new UsageException("Cannot do nothing: expected start, stop or status.");
        }
        Verb verb = verb(args.get(0));
        Map<String, String> given = new LinkedHashMap<>();
        boolean json = false;
        Iterator<String> words = args.subList(1, args.size()).iterator();
        while (words.hasNext()) {
            String word = words.next();
            if (word.equals("--json")) {
                json = true;
            } else {
                given.put(option(word, verb), value(word, words));
            }
        }
        Path data = Path.of(Optional.ofNullable(given.remove("data")).orElseGet(ClusterArguments::defaultData));
        int timeoutSeconds =
                seconds(Optional.ofNullable(given.remove("timeout")).orElse("90"));
        ClusterSettings.DEFAULT.with(given);
        return new ClusterArguments(verb, data, json, timeoutSeconds, Map.copyOf(given));
    }

    private static Verb verb(String word) throws UsageException {
        for (Verb verb : Verb.values()) {
            if (verb.name().toLowerCase(Locale.ROOT).equals(word)) {
                return verb;
            }
        }
        throw new UsageException("Cannot do " + word + ": expected start, stop or status.");
    }

    private static String option(String word, Verb verb) throws UsageException {
        String name = word.startsWith("--") ? word.substring(2) : "";
        boolean ofStart = SETTINGS.contains(name) || name.equals("timeout");
        if (!name.equals("data") && !ofStart) {
            throw new UsageException("Cannot understand " + word + ".");
        }
        if (ofStart && verb != Verb.START) {
            throw new UsageException("Cannot use " + word + " here: it belongs to start.");
        }
        return name;
    }

    private static String value(String option, Iterator<String> words) throws UsageException {
        if (!words.hasNext()) {
            throw new UsageException("Cannot use " + option + " without a value.");
        }
        return words.next();
    }

    private static String defaultData() {
        String data = System.getenv("SHOAL_DATA");
        return data == null || data.isEmpty() ? "shoal-data" : data;
    }

    private static int seconds(String value) throws UsageException {
        if (!value.matches("[1-9]\\d{0,4}")) {
            throw new UsageException("Cannot use --timeout " + value + ": expected whole seconds, such as 90.");
        }
        return Integer.parseInt(value);
    }
}
