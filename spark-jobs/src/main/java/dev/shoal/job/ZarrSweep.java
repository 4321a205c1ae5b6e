package dev.shoal.job;

import dev.shoal.stage.zarr.SweepJob;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes away what no reader of a store looks for. */
@Command(
        name = "sweep",
        header = "Take away what no reader of a store looks for.",
        description = {
            "",
            "That is: chunks under keys that the documents do not name any more, as 'shoal zarr update --prepend' and"
                    + " '--fill-gaps' leave them for readers that had the store open, and parts of files of writers that"
                    + " were killed. Such readers see the fill value afterwards: let them end first.",
            ""
        },
        footer = {"", "Example: shoal zarr sweep s3a://bucket/sst.zarr --dry-run"})
final class ZarrSweep implements Callable<Integer> {

    @Mixin
    private CommonOptions options = new CommonOptions();

    @Mixin
    private ZarrCredentials credentials = new ZarrCredentials();

    @Parameters(paramLabel = "STORE", description = "Folder of the store; s3a: and hdfs: too.")
    private String store = "";

    @Option(names = "--dry-run", description = "Say what would be taken away; take nothing.")
    private boolean dryRun;

    @Override
    public Integer call() throws IOException {
        try (SparkSession spark = Session.open(options)) {
            credentials.apply(spark);
            SweepJob job = new SweepJob(spark, store, new TerminalProgress(System.err));
            SweepJob.Litter litter = dryRun ? job.plan() : job.run();
            System.out.println(
                    options.json()
                            ? Json.text(litter)
                            : (dryRun ? "Would take " : "Took ") + Counted.of(litter.objects(), "object") + " ("
                                    + ZarrText.bytes(litter.bytes()) + ") out of " + store + ".");
            return ExitCode.DONE;
        }
    }
}
