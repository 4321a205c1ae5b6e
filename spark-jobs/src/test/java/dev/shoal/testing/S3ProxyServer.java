package dev.shoal.testing;

import java.io.Closeable;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * S3Proxy, reached by reflection: its jar carries another Jackson, SDK and log than Spark, so no class of it may be
 * seen here.
 */
final class S3ProxyServer implements Closeable {
    /** Its own log (Logback) is nobody's business while tests run. */
    private static final Map<String, String> QUIET = Map.of(
            "LOG_LEVEL", "warn",
            "JETTY_LOG_LEVEL", "warn",
            "logback.statusListenerClass", "ch.qos.logback.core.status.NopStatusListener");

    private static final Pattern WRITING =
            Pattern.compile("(put|copy|remove|create|delete|clear|initiate|complete|abort|upload|set).*");

    private final URLClassLoader classes;
    private final Object server;

    private S3ProxyServer(URLClassLoader classes, Object server) {
        this.classes = classes;
        this.server = server;
    }

    /** What those with the keys may do. */
    enum Rights {
        /** Read, list, write and delete. */
        ALL,
        /** Read and list. */
        READ
    }

    /** Starts a server. */
    static S3ProxyServer start(Properties properties, Rights rights) {
        ClassLoader caller = Thread.currentThread().getContextClassLoader();
        QUIET.forEach(System::setProperty);
        try {
            URLClassLoader classes = new URLClassLoader(new URL[] {jar()}, ClassLoader.getPlatformClassLoader());
            Thread.currentThread().setContextClassLoader(classes);
            return new S3ProxyServer(classes, server(classes, properties, rights));
        } catch (ReflectiveOperationException | IOException e) {
            throw new IllegalStateException("Cannot start an S3 server with " + properties, e);
        } finally {
            Thread.currentThread().setContextClassLoader(caller);
            QUIET.keySet().forEach(System::clearProperty);
        }
    }

    /** Where it listens. */
    int port() {
        try {
            return (int) server.getClass().getMethod("getPort").invoke(server);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot ask the S3 server for its port", e);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            server.getClass().getMethod("stop").invoke(server);
        } catch (ReflectiveOperationException e) {
            throw new IOException("Cannot stop the S3 server", e);
        } finally {
            classes.close();
        }
    }

    private static Object server(ClassLoader classes, Properties properties, Rights rights)
            throws ReflectiveOperationException {
        Class<?> store = classes.loadClass("org.gaul.s3proxy.blobstore.BlobStore");
        Object all = classes.loadClass("org.gaul.s3proxy.BlobStores")
                .getMethod("create", String.class, Properties.class)
                .invoke(null, properties.getProperty("jclouds.provider"), properties);
        Object given = rights == Rights.ALL
                ? all
                : Proxy.newProxyInstance(classes, new Class<?>[] {store}, readingOnly(classes, all));
        Class<?> builders = classes.loadClass("org.gaul.s3proxy.S3Proxy$Builder");
        Object builder = builders.getMethod("fromProperties", Properties.class).invoke(null, properties);
        builders.getMethod("blobStore", store).invoke(builder, given);
        Object server = builders.getMethod("build").invoke(builder);
        server.getClass().getMethod("start").invoke(server);
        return server;
    }

    private static InvocationHandler readingOnly(ClassLoader classes, Object all) throws ReflectiveOperationException {
        Class<?> codes = classes.loadClass("org.gaul.s3proxy.S3ErrorCode");
        Object denied = codes.getField("ACCESS_DENIED").get(null);
        Class<?> refusals = classes.loadClass("org.gaul.s3proxy.S3ProxyException");
        return (proxy, method, args) -> {
            if (WRITING.matcher(method.getName()).matches()) {
                throw (Throwable) refusals.getConstructor(codes).newInstance(denied);
            }
            try {
                return method.invoke(all, args);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        };
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
