package dev.shoal.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.hadoop.conf.Configuration;

/**
 * An S3 server inside the test's own process: S3Proxy over a folder, in a class loader that shares nothing with Spark.
 * It checks signatures. The build copies its one jar and names it in the system property {@code shoal.s3proxy.jar}.
 */
public final class ObjectStore implements AutoCloseable {
    private static final String HOST = "http://127.0.0.1:";
    private static final String ACCESS_KEY = "shoal-tests";
    private static final String SECRET_KEY = "no secret, loopback only";

    private final Path folder;
    private final S3ProxyServer server;

    private ObjectStore(Path folder, S3ProxyServer server) {
        this.folder = folder;
        this.server = server;
    }

    /** Starts a server on a free port. Its buckets are the folders in {@code folder}. */
    public static ObjectStore start(Path folder) {
        return new ObjectStore(folder, S3ProxyServer.start(properties(folder), S3ProxyServer.Rights.ALL));
    }

    /**
     * Starts a server whose keys have the right to read and no right to write: writing is answered by 403,
     * AccessDenied.
     */
    public static ObjectStore startReadOnly(Path folder) {
        return new ObjectStore(folder, S3ProxyServer.start(properties(folder), S3ProxyServer.Rights.READ));
    }

    /** Where the server listens. */
    public String endpoint() {
        return HOST + server.port();
    }

    /** A bucket by its {@code s3a:} location; made if it is not there. */
    public String s3Uri(String bucket) {
        try {
            Files.createDirectories(folder.resolve(bucket));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "s3a://" + bucket;
    }

    /** The Hadoop properties that reach this server. */
    public Map<String, String> hadoopProperties() {
        Map<String, String> properties = new HashMap<>();
        properties.put("fs.s3a.endpoint", endpoint());
        properties.put("fs.s3a.endpoint.region", "us-east-1");
        properties.put("fs.s3a.path.style.access", "true");
        properties.put("fs.s3a.connection.ssl.enabled", "false");
        properties.put("fs.s3a.change.detection.mode", "none");
        properties.put("fs.s3a.aws.credentials.provider", "org.apache.hadoop.fs.s3a.SimpleAWSCredentialsProvider");
        properties.put("fs.s3a.access.key", ACCESS_KEY);
        properties.put("fs.s3a.secret.key", SECRET_KEY);
        properties.put("fs.s3a.attempts.maximum", "2");
        properties.put("fs.s3a.retry.limit", "1");
        properties.put("fs.s3a.impl.disable.cache", "true");
        return properties;
    }

    /**
     * A Hadoop configuration that reaches this server; its file systems are not shared with other servers of this
     * process.
     */
    public Configuration hadoopConf() {
        Configuration configuration = new Configuration();
        hadoopProperties().forEach(configuration::set);
        return configuration;
    }

    /** The same for someone whose secret is wrong. */
    public Configuration hadoopConfWithWrongSecret() {
        Configuration configuration = hadoopConf();
        configuration.set("fs.s3a.secret.key", "wrong");
        return configuration;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private static Properties properties(Path folder) {
        Properties properties = new Properties();
        properties.setProperty("s3proxy.endpoint", HOST + "0");
        properties.setProperty("s3proxy.authorization", "aws-v2-or-v4");
        properties.setProperty("s3proxy.identity", ACCESS_KEY);
        properties.setProperty("s3proxy.credential", SECRET_KEY);
        properties.setProperty("jclouds.provider", "filesystem-nio2");
        properties.setProperty("jclouds.identity", ACCESS_KEY);
        properties.setProperty("jclouds.credential", SECRET_KEY);
        properties.setProperty(
                "jclouds.filesystem.basedir", folder.toAbsolutePath().toString());
        return properties;
    }
}
