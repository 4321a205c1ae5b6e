package dev.shoal.job;

import dev.shoal.stage.Workers;
import dev.shoal.stage.zarr.SweepJob;
import java.io.IOException;
import java.util.concurrent.Callable;
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
            "",
            "Beside references (NAME.json, NAME.parquet) those folders of copied chunks that 'shoal zarr virtualise' left"
                    + " when it was killed; let one that is at work end first.",
            ""
        },
        footer = {"", "Example: shoal zarr sweep s3a://bucket/sst.zarr --dry-run"})
final class ZarrSweep implements Callable<Integer> {

    @Mixin
    private CommonOptions options = new CommonOptions();

    @Mixin
    private ZarrCredentials credentials = new ZarrCredentials();

    @Parameters(paramLabel = "STORE", description = "Folder of the store, or references; s3a: and hdfs: too.")
    private String store = "";

    @Option(names = "--dry-run", description = "Say what would be taken away; take nothing.")
    private boolean dryRun;

    @Override
    public Integer call() throws IOException {
        try (Workers workers = Session.workers(options, credentials)) {
            SweepJob job = new SweepJob(workers, store, new TerminalProgress(System.err));
            SweepJob.Litter litter = dryRun ? job.plan() : job.run();
            System.out.println(options.json() ? Json.text(litter) : text(litter));
            return ExitCode.DONE;
        }
    }

    private String text(SweepJob.Litter litter) {
        String where = litter.folders().isEmpty() ? "out of " + store : "with " + String.join(", ", litter.folders());
        return (dryRun ? "Would take " : "Took ") + Counted.of(litter.objects(), "object") + " ("
                + ZarrText.bytes(litter.bytes()) + ") " + where + ".";
    }
}
