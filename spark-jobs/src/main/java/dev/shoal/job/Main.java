package dev.shoal.job;

import dev.shoal.job.Faults.Fault;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The door of all programs: {@code shoal COMMAND ...}, and the class that {@code spark-submit} is given. */
@Command(
        name = "shoal",
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        header = "Reprocesses archives of ocean data: quality control, regridding, Zarr, Iceberg, a catalogue.",
        description = {
            "",
            "Without a cluster everything runs on this machine, with a catalogue and a warehouse in ./shoal-data.",
            ""
        },
        footer = {
            "",
            "Exit codes: 0 done; 1 a bug of Shoal's; 2 wrong usage or configuration; 3 done, but some files were refused.",
            "",
            "Example: shoal demo"
        },
        subcommands = {
            DemoCommand.class,
            ScanCommand.class,
            RunCommand.class,
            StreamCommand.class,
            QcCommand.class,
            RegridCommand.class,
            SampleCommand.class,
            WeightsCommand.class,
            SqlCommand.class,
            CatalogCommand.class,
            GridCommand.class,
            ZarrCommand.class,
            ClusterCommand.class
        })
public final class Main implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private static final String STOPPED =
            "Stopped before the end. Nothing that was published is lost; the same command does the rest.";

    /** Runs a command and ends the process with its exit code; says so where it is stopped before. */
    public static void main(String[] arguments) {
        AtomicBoolean ended = new AtomicBoolean();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            if (!ended.get()) {
                System.err.println((Boolean.getBoolean("shoal.terminal") ? System.lineSeparator() : "") + STOPPED);
            }
        }));
        int code = run(arguments);
        ended.set(!isStopping());
        if (code != ExitCode.DONE || System.getProperty("spark.master") == null) {
            System.exit(code);
        }
    }

    /** Runs a command and returns its exit code. */
    public static int run(String... arguments) {
        CommandLine main = new CommandLine(new Main())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true)
                .setExecutionExceptionHandler((error, commandLine, parsed) -> tell(error, commandLine));
        try {
            return main.execute(arguments);
        } catch (Error error) { // Hadoop's local file system tells of a full disk by one.
            return tell(error, main);
        }
    }

    /** Tells whether the process is being ended from outside: what fails then fails for that. */
    private static boolean isStopping() {
        try {
            Thread probe = new Thread(() -> {});
            Runtime.getRuntime().addShutdownHook(probe);
            Runtime.getRuntime().removeShutdownHook(probe);
            return false;
        } catch (IllegalStateException stopping) {
            return true;
        }
    }

    private static int tell(Throwable error, CommandLine commandLine) {
        if (isStopping()) {
            return ExitCode.BUG;
        }
        Fault fault = Faults.of(error);
        commandLine.getErr().println(fault.message());
        return fault.exitCode();
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name a command.");
    }
}
