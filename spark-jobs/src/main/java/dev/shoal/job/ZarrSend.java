package dev.shoal.job;

import dev.shoal.stage.Workers;
import dev.shoal.stage.zarr.SendJob;
import dev.shoal.stage.zarr.StoreOutcome;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes a Zarr store of files. */
@Command(
        name = "send",
        header = "Make a Zarr store of NetCDF files, Zarr stores or references.",
        description = {
            "",
            "Files follow each other along one dimension, in the order of its coordinate. Values are copied as they are"
                    + " stored, with their packing; files that differ in packing, type or units are refused.",
            "Chunks are written first and documents last: what was interrupted does not open, and the same command does"
                    + " the rest.",
            ""
        },
        footer = {"", "Example: shoal zarr send s3a://bucket/sst.zarr -f 'archive/*.nc' --chunks time=15,lat=360"})
final class ZarrSend implements Callable<Integer> {

    @Mixin
    private CommonOptions options = new CommonOptions();

    @Mixin
    private ZarrSources sources = new ZarrSources();

    @Mixin
    private ZarrCommit commit = new ZarrCommit();

    @Mixin
    private ZarrForm form = new ZarrForm();

    @Option(names = "--dry-run", description = "Say what would be written; write nothing.")
    private boolean dryRun;

    @Override
    public Integer call() throws IOException {
        try (Workers workers = Session.workers(options, sources.credentials())) {
            SendJob job = new SendJob(
                    workers,
                    sources.request().withForm(form.form()),
                    commit.request(),
                    new TerminalProgress(System.err));
            StoreOutcome outcome = dryRun ? job.plan() : job.run();
            System.out.print(options.json() ? Json.text(outcome) + System.lineSeparator() : text(outcome));
            return ExitCode.DONE;
        }
    }

    private String text(StoreOutcome outcome) {
        String what = Counted.of(outcome.files(), "file") + ", "
                + Counted.of(outcome.steps().appended(), "step") + ", " + Counted.of(outcome.chunks(), "chunk") + ", "
                + ZarrText.bytes(outcome.bytes()) + " decoded";
        if (dryRun) {
            return "Would send " + what + " to " + outcome.store() + "; a source chunk is read at most "
                    + Counted.of(outcome.reads(), "time") + "." + System.lineSeparator();
        }
        return (outcome.done()
                        ? "Sent " + what + " to " + outcome.store()
                        : outcome.store() + " holds all of it already")
                + "." + System.lineSeparator();
    }
}
