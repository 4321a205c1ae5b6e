package dev.shoal.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.io.FileUtils;
import org.apache.hadoop.conf.Configuration;

/** A running cluster of a master, two workers and an S3 server, started and stopped by the scripts that users run. */
public final class LoopbackCluster implements AutoCloseable {
    private static final Path BIN = Path.of("bin").toAbsolutePath();
    private static final Pattern DRIVER = Pattern.compile("State of driver (driver-\\S+) is (\\w+)");

    /** A process that ends within a minute does not win back what compiling its code fully costs. */
    private static final String SHORT_LIVED = "-XX:TieredStopAtLevel=1";

    private final Path data;

    private LoopbackCluster(Path data) {
        this.data = data;
    }

    /**
     * Starts a cluster in an empty folder under {@code target}. What an earlier run left there is stopped and deleted
     * first; what this run leaves is there to be looked at.
     */
    public static LoopbackCluster fresh(String name) {
        LoopbackCluster cluster =
                new LoopbackCluster(Path.of("target", "clusters", name).toAbsolutePath());
        cluster.close();
        try {
            FileUtils.deleteDirectory(cluster.data.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Submission start = cluster.control("start");
        if (start.exitCode() != 0) {
            throw new IllegalStateException("Cannot start a cluster in " + cluster.data + ":\n" + start.output());
        }
        return cluster;
    }

    /**
     * Runs spark-submit and waits for the program's end, in both deploy modes.
     *
     * @param args what follows the configuration: {@code --deploy-mode}, {@code --class}, the jar, the program's own
     *     arguments
     * @param conf Spark properties over those of the cluster
     */
    public Submission submit(List<String> args, Map<String, String> conf) {
        List<String> command = new ArrayList<>();
        command.add(BIN.resolve("spark-submit").toString());
        command.addAll(List.of("--conf", "spark.driver.defaultJavaOptions=" + SHORT_LIVED));
        command.addAll(List.of("--conf", "spark.executor.defaultJavaOptions=" + SHORT_LIVED));
        conf.forEach((key, value) -> command.addAll(List.of("--conf", key + "=" + value)));
        command.addAll(args);
        Submission submission = run(command);
        Matcher driver = DRIVER.matcher(submission.output());
        return submission.exitCode() == 0 && driver.find() ? ofDriver(submission, driver) : submission;
    }

    /** Starts, stops or looks at the cluster as a user does. */
    public Submission control(String verb, String... options) {
        List<String> command =
                new ArrayList<>(List.of(BIN.resolve("shoal-cluster").toString(), verb, "--data"));
        command.add(data.toString());
        command.addAll(Arrays.asList(options));
        return run(command);
    }

    /** What {@code status --json} says. */
    public JsonNode status() {
        try {
            return new ObjectMapper().readTree(control("status", "--json").output());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A bucket by its {@code s3a:} location; made if it is not there. */
    public String s3Uri(String bucket) {
        try {
            Files.createDirectories(data.resolve("s3").resolve(bucket));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "s3a://" + bucket;
    }

    /**
     * How a program outside the cluster reaches the S3 server through Hadoop; the S3A client is not shared with other
     * programs.
     */
    public Configuration hadoopConf() {
        Configuration configuration = new Configuration();
        configuration.addResource(
                new org.apache.hadoop.fs.Path(conf().resolve("core-site.xml").toUri()));
        sparkProperties().forEach((key, value) -> {
            String name = key.toString();
            if (name.startsWith("spark.hadoop.")) {
                configuration.set(name.substring("spark.hadoop.".length()), value.toString());
            }
        });
        configuration.setBoolean("fs.s3a.impl.disable.cache", true);
        return configuration;
    }

    /** The cluster's data folder, absolute; every process of the cluster sees it. */
    public Path data() {
        return data;
    }

    /** The folder that {@code SPARK_CONF_DIR} names for this cluster. */
    public Path conf() {
        return data.resolve("cluster/conf");
    }

    /** The processes that have this cluster's folder on their command line. */
    public List<ProcessHandle> processes() {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains(conf().toString()))
                .toList();
    }

    @Override
    public void close() {
        Submission stop = control("stop");
        if (stop.exitCode() != 0) {
            throw new IllegalStateException("Cannot stop the cluster in " + data + ":\n" + stop.output());
        }
    }

    private Properties sparkProperties() {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(conf().resolve("spark-defaults.conf"))) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }

    private Submission ofDriver(Submission submission, Matcher driver) {
        StringBuilder output = new StringBuilder(submission.output());
        for (String file : List.of("stderr", "stdout")) {
            output.append(printed(
                    data.resolve("cluster/work").resolve(driver.group(1)).resolve(file)));
        }
        return new Submission(driver.group(2).equals("FINISHED") ? 0 : 1, output.toString());
    }

    private static String printed(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Submission run(List<String> command) {
        try {
            Path output = Files.createTempFile("cluster", ".out");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectInput(new File("/dev/null"))
                    .redirectOutput(output.toFile());
            builder.environment().put("SPARK_CONF_DIR", conf().toString());
            builder.environment().put("SPARK_SUBMIT_OPTS", SHORT_LIVED);
            builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
            int exitCode = builder.start().waitFor();
            String text = Files.readString(output);
            Files.delete(output);
            return new Submission(exitCode, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while running " + command, e);
        }
    }
}
