package dev.shoal.job;

import dev.shoal.stage.zarr.StoreOutcome;
import dev.shoal.stage.zarr.UpdateJob;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Adds files to a Zarr store. */
@Command(
        name = "update",
        header = "Add files to a Zarr store: replace steps that are there, append later ones.",
        description = {
            "",
            "Refused, in this order: a store that is not there or does not open; other lengths of dimensions, types,"
                    + " packing or units; other chunks than asked for; steps before the store's first; steps before its"
                    + " last that it does not hold.",
            ""
        },
        footer = {"", "Example: shoal zarr update s3a://bucket/sst.zarr -f 'archive/2024*.nc' --dry-run"})
final class ZarrUpdate implements Callable<Integer> {

    @Mixin
    private CommonOptions options = new CommonOptions();

    @Mixin
    private ZarrSources sources = new ZarrSources();

    @Mixin
    private ZarrCommit commit = new ZarrCommit();

    @Option(names = "--dry-run", description = "Say what would be replaced and appended; write nothing.")
    private boolean dryRun;

    @Option(
            names = "--restart",
            description = "Give up an update that was interrupted before readers saw anything of it.")
    private boolean restart;

    @Override
    public Integer call() throws IOException {
        try (SparkSession spark = Session.open(options)) {
            sources.credentials().apply(spark);
            UpdateJob job = new UpdateJob(spark, sources.request(), commit.request(), new TerminalProgress(System.err));
            if (restart && !dryRun) {
                job.restart();
            }
            StoreOutcome outcome = dryRun ? job.plan() : job.run();
            System.out.print(options.json() ? Json.text(outcome) + System.lineSeparator() : text(outcome));
            return ExitCode.DONE;
        }
    }

    private String text(StoreOutcome outcome) {
        String what = "replace " + Counted.of(outcome.replaced(), "step") + " and append "
                + Counted.of(outcome.appended(), "step") + ": write " + Counted.of(outcome.chunks(), "chunk") + ", "
                + ZarrText.bytes(outcome.bytes()) + " decoded";
        String verb = dryRun ? "Would " : "Did ";
        return (dryRun || outcome.done() ? verb + what : "Nothing to do") + " (" + outcome.store() + ", "
                + String.join(", ", outcome.notes()) + ")." + System.lineSeparator();
    }
}
