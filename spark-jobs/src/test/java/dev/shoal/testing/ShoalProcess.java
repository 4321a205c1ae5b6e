package dev.shoal.testing;

import dev.shoal.job.Main;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A command of Shoal in a process of its own, which can be killed as {@code kill -9} does; so can its executors. The
 * properties {@code shoal.process.classes} and {@code shoal.process.archive} name another class path, and an archive of
 * its classes as the JVM holds them, where many are to be started.
 */
public final class ShoalProcess implements AutoCloseable {

    /** Driver and executor are one process, with two cores. */
    public static final String ONE = "local[2]";

    /** A driver, and two executors of one core in processes of their own. */
    public static final String THREE = "local-cluster[2,1,1024]";

    private final Process process;
    private final Path output;

    private ShoalProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /**
     * Starts a command.
     *
     * @param master {@link #ONE} or {@link #THREE}
     * @param room folder for what the process leaves beside its work
     */
    public static ShoalProcess start(String master, Path room, List<String> arguments) {
        try {
            Files.createDirectories(room);
            Path output = Files.createTempFile(room, "shoal", ".out");
            ProcessBuilder builder = new ProcessBuilder(command(master, room, arguments))
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().put("SPARK_HOME", room.toString()); // Executors take their classes from the driver.
            builder.environment().put("SPARK_TESTING", "1");
            builder.environment().put("SPARK_SCALA_VERSION", "2.13");
            return new ShoalProcess(builder.start(), output);
        } catch (IOException error) {
            throw new IllegalStateException("Cannot start a process for " + arguments, error);
        }
    }

    private static List<String> command(String master, Path room, List<String> arguments) {
        String classes = System.getProperty("shoal.process.classes", OwnProcess.classes());
        List<String> command = OwnProcess.java(classes, List.of("-Xmx1g", "-XX:TieredStopAtLevel=1"));
        String archive = System.getProperty("shoal.process.archive", "");
        if (!archive.isEmpty()) {
            command.addAll(List.of("-XX:SharedArchiveFile=" + archive, "-Xshare:auto", "-Xlog:cds=off"));
        }
        command.add("-Dspark.master=" + master);
        for (String setting : List.of(
                "spark.driver.host=127.0.0.1",
                "spark.driver.bindAddress=127.0.0.1",
                "spark.ui.enabled=false",
                "spark.testing=true",
                "spark.test.home=" + room,
                "spark.testing.memory=" + (1L << 30),
                "spark.local.dir=" + room.resolve("local"),
                "spark.executor.extraClassPath=" + classes)) {
            command.add("-D" + setting);
        }
        command.add(Main.class.getName());
        command.addAll(arguments);
        command.addAll(List.of("--data", room.resolve("data").toString()));
        return command;
    }

    /** Tells whether it has not come to an end. */
    public boolean isRunning() {
        return process.isAlive();
    }

    /** Kills driver and executors at once, and waits until they are gone. */
    public void kill() {
        List<ProcessHandle> all = process.descendants().toList();
        process.destroyForcibly();
        all.forEach(ProcessHandle::destroyForcibly);
        exit();
        all.forEach(one -> one.onExit().join());
    }

    /** Kills an executor: the driver has no other children. Returns false where there is none at the moment. */
    public boolean killExecutor() {
        return process.children().findAny().map(ProcessHandle::destroyForcibly).orElse(false);
    }

    /** Waits for its end and returns its exit code. */
    public int exit() {
        try {
            if (!process.waitFor(5, TimeUnit.MINUTES)) {
                kill();
            }
            return process.waitFor();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a process was at work", stopped);
        }
    }

    /** Returns what it has printed. */
    public String output() {
        try {
            return Files.readString(output);
        } catch (IOException error) {
            throw new IllegalStateException("Cannot read what a process printed", error);
        }
    }

    @Override
    public void close() {
        kill();
        File file = output.toFile();
        if (!file.delete()) {
            file.deleteOnExit();
        }
    }
}
