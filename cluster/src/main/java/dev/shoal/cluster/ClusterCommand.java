package dev.shoal.cluster;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * The program {@code shoal-cluster}. It ends with 0 when done, 1 when it could not be done, 2 when the command line is
 * wrong.
 */
public final class ClusterCommand {
    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int WRONG_USAGE = 2;
    private static final String USAGE = """
            shoal-cluster start|stop|status [options]: a Spark master, its workers and an S3 server on 127.0.0.1

              --data DIR             the data folder (default: $SHOAL_DATA or shoal-data)
              --json                 for programs: print one JSON object
              --timeout SECONDS      start: how long to wait (default 90)
              --workers N            start: workers (default 2)
              --cores N              start: cores of each worker (default 2)
              --memory SIZE          start: what each worker gives to executors and drivers (default 2g)
              --executor-memory SIZE start: memory of an executor and of a driver (default 1g)
              --daemon-memory SIZE   start: heap of each of the cluster's own processes (default 512m)
              --master-port PORT     start: where applications come (default: a free port)
              --web-port PORT        start: the master's page (default: a free port)
              --s3-port PORT         start: the S3 server (default: a free port)

            status ends with 0 when everything works, otherwise with 1.
            Example: shoal-cluster start --workers 3 --memory 4g
            """;

    private final PrintStream out;
    private final PrintStream err;

    private ClusterCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** Runs the program. */
    public static void main(String[] args) {
        System.exit(new ClusterCommand(System.out, System.err).run(List.of(args)));
    }

    private int run(List<String> args) {
        if (args.contains("--help") || args.contains("-h")) {
            out.print(USAGE);
            return DONE;
        }
        try {
            return run(ClusterArguments.parse(args));
        } catch (UsageException | IllegalArgumentException e) {
            err.println(e.getMessage());
            err.print("\n" + USAGE);
            return WRONG_USAGE;
        } catch (ClusterException e) {
            err.println(e.getMessage());
            return FAILED;
        } catch (IOException e) {
            err.println("Cannot read or write the cluster's files: " + e);
            return FAILED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            err.println("Interrupted.");
            return FAILED;
        }
    }

    private int run(ClusterArguments arguments) throws IOException, InterruptedException, ClusterException {
        SparkHome home = new SparkHome(
                Path.of(System.getProperty("shoal.cluster.home", "spark-home")),
                Path.of(System.getProperty("shoal.cluster.bin", "bin")));
        Cluster cluster = new Cluster(new ClusterFolder(arguments.data()), home);
        switch (arguments.verb()) {
            case START ->
                print(cluster.start(arguments.settings(), Duration.ofSeconds(arguments.timeoutSeconds())), arguments);
            case STOP -> {
                cluster.stop();
                print(cluster.status(), arguments);
            }
            case STATUS -> {
                ClusterStatus status = cluster.status();
                print(status, arguments);
                return status.state() == ClusterStatus.State.RUNNING ? DONE : FAILED;
            }
        }
        return DONE;
    }

    private void print(ClusterStatus status, ClusterArguments arguments) {
        out.print(arguments.json() ? status.json() : status.text());
    }
}
