package dev.shoal.job;

import dev.shoal.spec.RunSpec;
import dev.shoal.stage.Reprocessing;
import dev.shoal.stage.RunOutcome;
import dev.shoal.stage.RunPlan;
import dev.shoal.stage.StageException;
import dev.shoal.stage.TargetGridReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The main job. */
@Command(
        name = "run",
        header = "Reprocess an archive as a specification says: judge, regrid, write, register.",
        description = {
            "",
            "Does nothing where nothing changed, and only the new files where files were added.",
            "The specification's keys: dataset, source, qc, regrid, output, catalog; see spark-jobs/examples.",
            ""
        },
        footer = {"", "Example: shoal run spark-jobs/examples/sst-daily.yaml --dry-run"})
final class RunCommand implements Callable<Integer> {

    private static final String SPARK_HADOOP = "spark.hadoop.";

    @Mixin
    private CommonOptions options = new CommonOptions();

    @Parameters(paramLabel = "SPEC.yaml", description = "The specification; a path of any file system.")
    private String path = "";

    @Option(names = "--dry-run", description = "Show the plan: units, bytes, partitions, estimated time and memory.")
    private boolean dryRun;

    @Override
    public Integer call() throws IOException {
        Logging.toFile(options.data());
        RunSpec spec = RunSpec.parse(read(path), path, grid -> TargetGridReader.ofSpecification(grid, storage()));
        try (SparkSession spark = Session.open(options, spec.catalog())) {
            Reprocessing job = new Reprocessing(spark, spec, new TerminalProgress(System.err), Clock.systemUTC());
            return dryRun ? show(job.plan()) : show(job.run());
        }
    }

    /** Reads a specification from any file system. */
    static String read(String path) {
        try {
            Path spec = new Path(path);
            FileSystem fs = spec.getFileSystem(storage());
            try (InputStream in = fs.open(spec)) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        } catch (IOException | IllegalArgumentException error) {
            throw StageException.configuration(
                    "Cannot read the specification '" + path + "': " + error.getMessage() + ". Check the path.", error);
        }
    }

    /** Returns the settings of file systems, with those that spark-submit was given: no session is open yet. */
    static Configuration storage() {
        Configuration conf = new Configuration();
        System.getProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith(SPARK_HADOOP))
                .forEach(name -> conf.set(name.substring(SPARK_HADOOP.length()), System.getProperty(name, "")));
        return conf;
    }

    private int show(RunPlan plan) {
        System.out.print(options.json() ? Json.text(plan) + System.lineSeparator() : RunText.of(plan));
        return ExitCode.DONE;
    }

    private int show(RunOutcome outcome) {
        System.out.print(options.json() ? Json.text(outcome) + System.lineSeparator() : RunText.of(outcome));
        return outcome.rejected().isEmpty() ? ExitCode.DONE : ExitCode.REJECTED;
    }
}
