package dev.shoal.job;

import dev.shoal.stage.Workers;
import dev.shoal.stage.zarr.StoreOutcome;
import dev.shoal.stage.zarr.UpdateJob;
import dev.shoal.stage.zarr.UpdateOptions;
import dev.shoal.stage.zarr.UpdateOptions.Insertion;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
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

    @Option(
            names = "--prepend",
            description = "Put steps before the store's first in front of it; every chunk is put anew.")
    private boolean prepend;

    @Option(
            names = "--fill-gaps",
            description = "Put steps between two of the store's in between; every chunk is put anew.")
    private boolean fillGaps;

    @Option(
            names = "--add-variables",
            split = ",",
            paramLabel = "NAME",
            description = "Variables of the files that the store lacks and is to get. Without --variables no others are"
                    + " taken.")
    private List<String> added = new ArrayList<>();

    @Option(
            names = "--dry-run",
            description = "Say what would be replaced, appended, put in front and filled, of each variable; write"
                    + " nothing.")
    private boolean dryRun;

    @Option(
            names = "--restart",
            description = "Give up an update that was interrupted before readers saw anything of it.")
    private boolean restart;

    @Override
    public Integer call() throws IOException {
        try (Workers workers = Session.workers(options, sources.credentials())) {
            UpdateJob job = new UpdateJob(
                    workers, sources.request(), beside(), commit.request(), new TerminalProgress(System.err));
            if (restart && !dryRun) {
                job.restart();
            }
            StoreOutcome outcome = dryRun ? job.plan() : job.run();
            System.out.print(options.json() ? Json.text(outcome) + System.lineSeparator() : text(outcome));
            return ExitCode.DONE;
        }
    }

    private UpdateOptions beside() {
        Set<Insertion> insertions = EnumSet.noneOf(Insertion.class);
        if (prepend) {
            insertions.add(Insertion.PREPEND);
        }
        if (fillGaps) {
            insertions.add(Insertion.FILL_GAPS);
        }
        return new UpdateOptions(insertions, added);
    }

    private String text(StoreOutcome outcome) {
        String done = outcome.done() ? acts(outcome) : "Nothing to do";
        StringBuilder text = new StringBuilder(dryRun ? "Would " + acts(outcome) : done);
        text.append(" (")
                .append(outcome.store())
                .append(", ")
                .append(String.join("; ", outcome.notes()))
                .append(").")
                .append(System.lineSeparator());
        if (dryRun) {
            outcome.arrays()
                    .forEach(array -> text.append(ZarrText.change(array)).append(System.lineSeparator()));
        }
        return text.toString();
    }

    private String acts(StoreOutcome outcome) {
        StoreOutcome.Steps steps = outcome.steps();
        List<String> acts = new ArrayList<>();
        acts.add((dryRun ? "replace " : "Replaced ") + Counted.of(steps.replaced(), "step"));
        acts.add((dryRun ? "append " : "appended ") + Counted.number(steps.appended()));
        if (prepend) {
            acts.add("put " + Counted.number(steps.prepended()) + " in front");
        }
        if (fillGaps) {
            acts.add((dryRun ? "fill " : "filled ") + Counted.number(steps.filled()) + " in");
        }
        return String.join(", ", acts) + ": " + Counted.of(outcome.chunks(), "chunk") + ", "
                + ZarrText.bytes(outcome.bytes()) + " decoded";
    }
}
