package dev.shoal.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.net.URLClassLoader;
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
    /** S3Proxy's own log (Logback) is nobody's business while tests run. */
    private static final Map<String, String> QUIET = Map.of(
            "LOG_LEVEL", "warn",
            "JETTY_LOG_LEVEL", "warn",
            "logback.statusListenerClass", "ch.qos.logback.core.status.NopStatusListener");

    private static final String SECRET_KEY = "no secret, loopback only";

    private final Path folder;
    private final URLClassLoader classes;
    private final Object server;
    private final int port;

    private ObjectStore(Path folder, URLClassLoader classes, Object server) throws ReflectiveOperationException {
        this.folder = folder;
        this.classes = classes;
        this.server = server;
        this.port = (int) server.getClass().getMethod("getPort").invoke(server);
    }

    /** Starts a server on a free port. Its buckets are the folders in {@code folder}. */
    public static ObjectStore start(Path folder) {
        return start(folder, Map.of());
    }

    /** Starts a server that lets everyone with the keys read and nobody write. */
    public static ObjectStore startReadOnly(Path folder) {
        return start(folder, Map.of("s3proxy.read-only-blobstore", "true"));
    }

    /** Where the server listens. */
    public String endpoint() {
        return HOST + port;
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
        try {
            server.getClass().getMethod("stop").invoke(server);
        } catch (ReflectiveOperationException e) {
            throw new IOException("Cannot stop the S3 server on " + endpoint(), e);
        } finally {
            classes.close();
        }
    }

    private static ObjectStore start(Path folder, Map<String, String> more) {
        ClassLoader caller = Thread.currentThread().getContextClassLoader();
        QUIET.forEach(System::setProperty);
        try {
            Files.createDirectories(folder);
            URLClassLoader classes = new URLClassLoader(new URL[] {jar()}, ClassLoader.getPlatformClassLoader());
            Thread.currentThread().setContextClassLoader(classes);
            Properties properties = properties(folder);
            properties.putAll(more);
            return new ObjectStore(folder, classes, server(classes, properties));
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("Cannot start an S3 server over " + folder, e.getCause());
        } catch (ReflectiveOperationException | IOException e) {
            throw new IllegalStateException("Cannot start an S3 server over " + folder, e);
        } finally {
            Thread.currentThread().setContextClassLoader(caller);
            QUIET.keySet().forEach(System::clearProperty);
        }
    }

    private static Object server(ClassLoader classes, Properties properties) throws ReflectiveOperationException {
        Class<?> stores = classes.loadClass("org.gaul.s3proxy.BlobStores");
        Class<?> store = classes.loadClass("org.gaul.s3proxy.blobstore.BlobStore");
        Class<?> middlewares = classes.loadClass("org.gaul.s3proxy.middleware.Middlewares");
        Class<?> factory = classes.loadClass("org.gaul.s3proxy.middleware.Middlewares$BackendFactory");
        Class<?> builders = classes.loadClass("org.gaul.s3proxy.S3Proxy$Builder");
        Object plain = stores.getMethod("create", String.class, Properties.class)
                .invoke(null, properties.getProperty("jclouds.provider"), properties);
        Object unused = Proxy.newProxyInstance(classes, new Class<?>[] {factory}, (proxy, method, args) -> plain);
        Object wrapped =
                middlewares.getMethod("wrap", store, Properties.class, factory).invoke(null, plain, properties, unused);
        Object builder = builders.getMethod("fromProperties", Properties.class).invoke(null, properties);
        builders.getMethod("blobStore", store).invoke(builder, wrapped);
        Object server = builders.getMethod("build").invoke(builder);
        server.getClass().getMethod("start").invoke(server);
        return server;
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

    private static URL jar() throws IOException {
        String file = System.getProperty("shoal.s3proxy.jar");
        if (file == null || !Files.exists(Path.of(file))) {
            throw new IOException(
                    "Cannot find S3Proxy: the system property shoal.s3proxy.jar names " + file
                            + ". Run mvn -pl spark-jobs -am process-test-resources and give the jar in spark-jobs/target/s3proxy.");
        }
        return Path.of(file).toUri().toURL();
    }
}
