package dev.shoal.cluster;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The programs that the cluster is made of.
 *
 * @param home a folder with Spark's {@code jars}
 * @param bin the folder of {@code spark-class}
 */
record SparkHome(Path home, Path bin) {
    private static final String REMEDY = " Build it with: mvn -Dquick -pl cluster -am package";

    /** Starts a class of Spark. */
    Path sparkClass() {
        return bin.resolve("spark-class");
    }

    /** The S3 server, one jar. */
    Path objectStoreJar() throws ClusterException {
        Path folder = home.resolveSibling("s3proxy");
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> jars = Files.newDirectoryStream(folder, "s3proxy-*.jar")) {
                for (Path jar : jars) {
                    return jar;
                }
            } catch (IOException e) {
                throw new ClusterException("Cannot read " + folder + ": " + e.getMessage(), e);
            }
        }
        throw new ClusterException("Cannot start the S3 server: no s3proxy-*.jar in " + folder + "." + REMEDY);
    }

    /** The java that runs this program. */
    static Path javaHome() {
        return Path.of(System.getProperty("java.home"));
    }
}
