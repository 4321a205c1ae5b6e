package dev.shoal.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The files of a running cluster that tell programs how to reach it. The keys are in {@code core-site.xml}, which is on
 * the class path of every driver and executor, and in no Spark property: Spark shows properties on command lines.
 */
record ConfigurationFiles(ClusterFolder folder, ClusterSettings settings) {
    /** Writes all files. */
    void write() throws IOException {
        settings.write(folder.settings());
        PrivateFile.write(objectStore(), objectStoreProperties());
        PrivateFile.write(keys(), coreSite());
        Files.writeString(sparkDefaults(), sparkProperties());
        Files.writeString(
                sparkEnvironment(),
                "SPARK_LOCAL_IP=" + ClusterSettings.HOST + "\nSPARK_LOCAL_HOSTNAME=" + ClusterSettings.HOST + "\n");
    }

    /** Removes all files; the keys work no longer. */
    void delete() throws IOException {
        for (Path file : List.of(objectStore(), keys(), sparkDefaults(), sparkEnvironment(), folder.settings())) {
            Files.deleteIfExists(file);
        }
    }

    /** The S3 server's own file. */
    Path objectStore() {
        return folder.conf().resolve("s3proxy.properties");
    }

    /** The Hadoop file with the keys. */
    Path keys() {
        return folder.conf().resolve("core-site.xml");
    }

    private Path sparkDefaults() {
        return folder.conf().resolve("spark-defaults.conf");
    }

    private Path sparkEnvironment() {
        return folder.conf().resolve("spark-env.sh");
    }

    private String objectStoreProperties() {
        return lines(
                "=",
                Map.of(
                        "s3proxy.endpoint", settings.endpoint(),
                        "s3proxy.authorization", "aws-v2-or-v4",
                        "s3proxy.identity", settings.keys().access(),
                        "s3proxy.credential", settings.keys().secret(),
                        "jclouds.provider", "filesystem-nio2",
                        "jclouds.filesystem.basedir",
                                folder.objects().toString().replace("\\", "\\\\")));
    }

    private String coreSite() {
        return "<?xml version=\"1.0\"?>\n<configuration>\n"
                + property("fs.s3a.access.key", settings.keys().access())
                + property("fs.s3a.secret.key", settings.keys().secret())
                + "</configuration>\n";
    }

    private String sparkProperties() {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("spark.master", settings.masterUrl());
        properties.put("spark.driver.host", ClusterSettings.HOST);
        properties.put("spark.driver.memory", settings.executorMemory());
        properties.put("spark.executor.memory", settings.executorMemory());
        // Two a core: the tables of a catalogue are small, and 200 tasks for each of their joins take minutes.
        properties.put("spark.sql.shuffle.partitions", Integer.toString(settings.workers() * settings.cores() * 2));
        properties.put("spark.standalone.submit.waitAppCompletion", "true");
        properties.put("spark.eventLog.enabled", "true");
        properties.put("spark.eventLog.dir", folder.events().toUri().toString());
        properties.put("spark.hadoop.fs.s3a.endpoint", settings.endpoint());
        properties.put("spark.hadoop.fs.s3a.endpoint.region", "us-east-1");
        properties.put("spark.hadoop.fs.s3a.path.style.access", "true");
        properties.put("spark.hadoop.fs.s3a.connection.ssl.enabled", "false");
        properties.put(
                "spark.hadoop.fs.s3a.buffer.dir",
                folder.scratch().resolve("s3a").toString());
        properties.put("spark.hadoop.fs.s3a.change.detection.mode", "none");
        properties.put(
                "spark.hadoop.fs.s3a.aws.credentials.provider",
                "org.apache.hadoop.fs.s3a.SimpleAWSCredentialsProvider");
        return lines(" ", properties);
    }

    private static String lines(String between, Map<String, String> properties) {
        StringBuilder text = new StringBuilder();
        properties.forEach(
                (key, value) -> text.append(key).append(between).append(value).append('\n'));
        return text.toString();
    }

    private static String property(String name, String value) {
        return "  <property><name>" + name + "</name><value>" + value + "</value></property>\n";
    }
}
