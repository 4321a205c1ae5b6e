package dev.shoal.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Where a loopback cluster keeps what it needs, under one data folder.
 *
 * @param data the data folder, absolute
 */
public record ClusterFolder(Path data) {
    /** Makes the path absolute. */
    public ClusterFolder {
        data = data.toAbsolutePath().normalize();
    }

    /** All that belongs to the cluster except the objects. */
    public Path root() {
        return data.resolve("cluster");
    }

    /** One file per running daemon. */
    public Path pids() {
        return root().resolve("pids");
    }

    /** One log per daemon. */
    public Path logs() {
        return root().resolve("logs");
    }

    /**
     * The configuration that spark-submit, drivers and executors read ({@code SPARK_CONF_DIR}); gone when the cluster
     * is stopped.
     */
    public Path conf() {
        return root().resolve("conf");
    }

    /** A folder per application and driver, with what they print. */
    public Path work() {
        return root().resolve("work");
    }

    /** Spark's shuffle and spill files. */
    public Path scratch() {
        return root().resolve("scratch");
    }

    /** Spark's event logs. */
    public Path events() {
        return root().resolve("events");
    }

    /** The objects of the S3 server, a folder per bucket. */
    public Path objects() {
        return data.resolve("s3");
    }

    /** The settings of the running cluster; holds the keys. */
    public Path settings() {
        return conf().resolve("cluster.properties");
    }

    /** Makes all folders that are not there. */
    void create() throws IOException {
        for (Path folder : List.of(pids(), logs(), conf(), work(), scratch(), events(), objects())) {
            Files.createDirectories(folder);
        }
    }
}
