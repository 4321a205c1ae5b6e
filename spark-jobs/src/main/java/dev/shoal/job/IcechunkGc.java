package dev.shoal.job;

import dev.shoal.zarr.icechunk.GarbageCollection;
import dev.shoal.zarr.icechunk.GarbageCollection.Garbage;
import dev.shoal.zarr.icechunk.IcechunkRepository;
import dev.shoal.zarr.icechunk.ObjectKind;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Takes away objects that nothing leads to. */
@Command(
        name = "gc",
        header = "Delete objects that no commit leads to: of expired commits, and of writers that were interrupted.",
        description = {
            "",
            "Objects of a commit that is being made are not led to yet: name an age that no commit takes to be made.",
            ""
        },
        footer = {"", "Example: shoal zarr icechunk gc s3a://bucket/sst --older-than 7d --dry-run"})
final class IcechunkGc implements Callable<Integer> {

    @Mixin
    private IcechunkOptions options = new IcechunkOptions();

    @Option(
            names = "--older-than",
            required = true,
            paramLabel = "AGE",
            converter = OlderThan.class,
            description = "Only objects put before this go: 7d, 12h, or a time.")
    private Instant before = Instant.EPOCH;

    @Option(names = "--dry-run", description = "List what would go; delete nothing.")
    private boolean dryRun;

    @Override
    public Integer call() throws IOException {
        return options.open(this::collected);
    }

    private int collected(IcechunkRepository repository) throws IOException {
        GarbageCollection collection = new GarbageCollection(repository, before);
        Garbage garbage = collection.plan();
        if (!options.json()) {
            garbage.names().forEach(System.out::println);
        }
        Garbage gone = dryRun ? garbage : collection.run();
        System.out.println(options.json() ? json(gone) : text(repository, gone));
        return ExitCode.DONE;
    }

    private String json(Garbage garbage) {
        return Json.text(Map.of("done", !dryRun, "objects", garbage.names(), "bytes", garbage.bytes()));
    }

    private String text(IcechunkRepository repository, Garbage garbage) {
        return (dryRun ? "Would delete " : "Deleted ")
                + Counted.of(garbage.count(ObjectKind.SNAPSHOT), "snapshot") + ", "
                + Counted.of(garbage.count(ObjectKind.TRANSACTION_LOG), "log") + ", "
                + Counted.of(garbage.count(ObjectKind.MANIFEST), "manifest") + " and "
                + Counted.of(garbage.count(ObjectKind.CHUNK), "chunk") + ", " + ZarrText.bytes(garbage.bytes())
                + ", of " + repository.root() + ".";
    }
}
