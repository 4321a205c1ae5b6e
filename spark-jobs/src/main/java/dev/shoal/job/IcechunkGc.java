package dev.shoal.job;

import dev.shoal.zarr.icechunk.GarbageCollection;
import dev.shoal.zarr.icechunk.GarbageCollection.Garbage;
import dev.shoal.zarr.icechunk.IcechunkRepository;
import dev.shoal.zarr.icechunk.ObjectKind;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

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
    private IcechunkUpkeep upkeep = new IcechunkUpkeep();

    @Override
    public Integer call() throws IOException {
        return upkeep.repository().open(this::collected);
    }

    private int collected(IcechunkRepository repository) throws IOException {
        GarbageCollection collection = new GarbageCollection(repository, upkeep.before());
        Garbage garbage = collection.plan();
        if (!upkeep.repository().json()) {
            garbage.names().forEach(System.out::println);
        }
        Garbage gone = upkeep.dryRun() ? garbage : collection.run();
        System.out.println(upkeep.repository().json() ? json(gone) : text(repository, gone));
        return ExitCode.DONE;
    }

    private String json(Garbage garbage) {
        return Json.text(Map.of("done", !upkeep.dryRun(), "objects", garbage.names(), "bytes", garbage.bytes()));
    }

    private String text(IcechunkRepository repository, Garbage garbage) {
        return (upkeep.dryRun() ? "Would delete " : "Deleted ")
                + Counted.of(garbage.count(ObjectKind.SNAPSHOT), "snapshot") + ", "
                + Counted.of(garbage.count(ObjectKind.TRANSACTION_LOG), "log") + ", "
                + Counted.of(garbage.count(ObjectKind.MANIFEST), "manifest") + " and "
                + Counted.of(garbage.count(ObjectKind.CHUNK), "chunk") + ", " + ZarrText.bytes(garbage.bytes())
                + ", of " + repository.root() + ".";
    }
}
