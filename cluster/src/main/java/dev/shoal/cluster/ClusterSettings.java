package dev.shoal.cluster;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * What a cluster is made of. Ports of 0 and keys without letters are chosen at the start; after that they are known.
 *
 * @param workers how many workers
 * @param cores cores of each worker
 * @param memory memory that each worker gives to executors and drivers, as Spark writes it ({@code 2g})
 * @param executorMemory memory of one executor and of a driver
 * @param daemonMemory heap of the S3 server, of the master and of each worker
 * @param masterPort where applications come
 * @param webPort where the master's page is
 * @param objectStorePort where the S3 server listens
 * @param keys who may use the S3 server
 */
record ClusterSettings(
        int workers,
        int cores,
        String memory,
        String executorMemory,
        String daemonMemory,
        int masterPort,
        int webPort,
        int objectStorePort,
        AccessKeys keys) {
    /** The one address that the cluster is seen at. */
    static final String HOST = "127.0.0.1";

    /** A cluster for a machine of four cores. */
    static final ClusterSettings DEFAULT =
            new ClusterSettings(2, 2, "2g", "1g", "512m", 0, 0, 0, new AccessKeys("", ""));

    /** Refuses numbers and sizes that no cluster can have. */
    ClusterSettings {
        range("workers", workers, 1, 64);
        range("cores", cores, 1, 1024);
        size("memory", memory);
        size("executor-memory", executorMemory);
        size("daemon-memory", daemonMemory);
        range("master-port", masterPort, 0, 65_535);
        range("web-port", webPort, 0, 65_535);
        range("s3-port", objectStorePort, 0, 65_535);
    }

    /** Where applications find the master. */
    String masterUrl() {
        return "spark://" + HOST + ":" + masterPort;
    }

    /** The master's page for people. */
    String webUrl() {
        return "http://" + HOST + ":" + webPort;
    }

    /** The S3 server. */
    String endpoint() {
        return "http://" + HOST + ":" + objectStorePort;
    }

    /** The same cluster with a free port for every port of 0, and with new keys. */
    ClusterSettings resolved() throws ClusterException {
        FreePorts free = new FreePorts();
        return new ClusterSettings(
                workers,
                cores,
                memory,
                executorMemory,
                daemonMemory,
                free.portOr(masterPort),
                free.portOr(webPort),
                free.portOr(objectStorePort),
                AccessKeys.random());
    }

    /**
     * The same cluster with some settings changed.
     *
     * @param changes by the names of the command line's options
     */
    ClusterSettings with(Map<String, String> changes) {
        Map<String, String> all = named();
        all.putAll(changes);
        return of(all);
    }

    /** Keeps the settings of a cluster that is being started; the file holds keys. */
    void write(Path file) throws IOException {
        StringBuilder text = new StringBuilder();
        named().forEach((key, value) ->
                text.append(key).append('=').append(value).append('\n'));
        PrivateFile.write(file, text.toString());
    }

    /** The settings of the cluster that was started last and not stopped. */
    static Optional<ClusterSettings> read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return Optional.of(of(properties.stringPropertyNames().stream()
                .collect(Collectors.toMap(key -> key, properties::getProperty))));
    }

    private Map<String, String> named() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("workers", Integer.toString(workers));
        all.put("cores", Integer.toString(cores));
        all.put("memory", memory);
        all.put("executor-memory", executorMemory);
        all.put("daemon-memory", daemonMemory);
        all.put("master-port", Integer.toString(masterPort));
        all.put("web-port", Integer.toString(webPort));
        all.put("s3-port", Integer.toString(objectStorePort));
        all.put("access-key", keys.access());
        all.put("secret-key", keys.secret());
        return all;
    }

    private static ClusterSettings of(Map<String, String> all) {
        return new ClusterSettings(
                number(all, "workers"),
                number(all, "cores"),
                text(all, "memory"),
                text(all, "executor-memory"),
                text(all, "daemon-memory"),
                number(all, "master-port"),
                number(all, "web-port"),
                number(all, "s3-port"),
                new AccessKeys(text(all, "access-key"), text(all, "secret-key")));
    }

    private static String text(Map<String, String> all, String key) {
        String value = all.get(key);
        if (value == null) {
            throw new IllegalArgumentException("Cannot read the cluster's settings: " + key + " is not there.");
        }
        return value;
    }

    private static int number(Map<String, String> all, String key) {
        String value = text(all, key);
        if (!value.matches("\\d{1,6}")) {
            throw new IllegalArgumentException(
                    "Cannot use " + key + " " + value + ": expected a whole number, such as 2.");
        }
        return Integer.parseInt(value);
    }

    private static void range(String key, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    "Cannot use " + key + " " + value + ": expected a number from " + least + " to " + most + ".");
        }
    }

    private static void size(String key, String value) {
        if (!value.matches("[1-9]\\d{0,5}[mg]")) {
            throw new IllegalArgumentException(
                    "Cannot use " + key + " " + value + ": expected megabytes or gigabytes, such as 512m or 2g.");
        }
    }
}
