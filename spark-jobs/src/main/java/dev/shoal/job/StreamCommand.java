package dev.shoal.job;

import dev.shoal.spec.RunSpec;
import dev.shoal.stage.ObservationStream;
import dev.shoal.stage.StageException;
import dev.shoal.stage.StreamOptions;
import dev.shoal.stage.TargetGridReader;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.apache.spark.sql.streaming.StreamingQueryException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Keeps a dataset of observations up as files come. */
@Command(
        name = "stream",
        header =
                "Judge observations as their files come: after each batch the table is that of a run over all of them.",
        description = {
            "",
            "Takes each file once, when it appears in the folders of source.paths; move files there whole.",
            "What later files can still change of a series is kept in the warehouse, so that a stream that was stopped"
                    + " goes on where it was. Files that cannot be taken, and observations that come too late, are rows of"
                    + " ocean.catalog.rejects. Tests that must know a whole series are refused: 'shoal run' has them.",
            ""
        },
        footer = {"", "Example: shoal stream moorings.yaml --delay 6h --interval 10s"})
final class StreamCommand implements Callable<Integer> {

    @Mixin
    private CommonOptions options = new CommonOptions();

    @Parameters(paramLabel = "SPEC.yaml", description = "The specification, as for 'shoal run'.")
    private String path = "";

    @Option(
            names = "--delay",
            paramLabel = "TIME",
            converter = HowLong.class,
            description = "How much older than the newest of its series an observation may be when it comes, such as"
                    + " 90m, 6h, 7d (default: 6h).")
    private Duration delay = Duration.ofHours(6);

    @Option(
            names = "--interval",
            paramLabel = "TIME",
            converter = HowLong.class,
            description = "Time between looks for new files (default: 10s).")
    private Duration interval = Duration.ofSeconds(10);

    @Option(names = "--once", description = "Take what is there and end.")
    private boolean once;

    @Option(
            names = "--batch",
            paramLabel = "FILES",
            description = "Most files of one batch, the oldest first (default: all that are there). Observations that"
                    + " are older than the delay in a later batch are late.")
    private int mostFiles = Integer.MAX_VALUE;

    @Override
    public Integer call() throws IOException {
        Logging.toFile(options.data());
        RunSpec spec = RunSpec.parse(
                RunCommand.read(path), path, grid -> TargetGridReader.ofSpecification(grid, RunCommand.storage()));
        StreamOptions how = new StreamOptions(delay, once ? Optional.empty() : Optional.of(interval), mostFiles);
        try (SparkSession spark = Session.open(options, spec.catalog())) {
            ObservationStream stream =
                    new ObservationStream(spark, spec, how, new TerminalProgress(System.err), Clock.systemUTC());
            StreamingQuery query = stream.start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(query)));
            query.awaitTermination();
            return ended(stream.refused());
        } catch (StreamingQueryException error) {
            throw StageException.ofStore(spec.dataset(), error);
        }
    }

    private static int ended(long refused) {
        if (refused == 0) {
            return ExitCode.DONE;
        }
        System.err.println(Counted.of(refused, "file") + " refused, in whole or in part; see ocean.catalog.rejects.");
        return ExitCode.REJECTED;
    }

    private static void stop(StreamingQuery query) {
        try {
            query.stop();
        } catch (TimeoutException | RuntimeException stopping) {
            // The process ends all the same; the next stream does again what this one was at.
            org.slf4j.LoggerFactory.getLogger(StreamCommand.class).warn("A stream was stopped in a batch", stopping);
        }
    }
}
