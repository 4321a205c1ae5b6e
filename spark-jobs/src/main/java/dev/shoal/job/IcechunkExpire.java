package dev.shoal.job;

import dev.shoal.zarr.icechunk.Expiry;
import dev.shoal.zarr.icechunk.IcechunkRepository;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Takes old commits out of the history. */
@Command(
        name = "expire",
        header = "Take old commits out of the history; their objects go with 'gc'.",
        description = {
            "",
            "The first commit and the tip of main stay, and so do the tips of branches and tags unless they are asked"
                    + " to go.",
            ""
        },
        footer = {"", "Example: shoal zarr icechunk expire s3a://bucket/sst --older-than 90d --dry-run"})
final class IcechunkExpire implements Callable<Integer> {

    @Mixin
    private IcechunkUpkeep upkeep = new IcechunkUpkeep();

    @Option(names = "--delete-branches", description = "Old branches go too.")
    private boolean branches;

    @Option(names = "--delete-tags", description = "Old tags go too.")
    private boolean tags;

    @Override
    public Integer call() throws IOException {
        return upkeep.repository().open(this::expired);
    }

    private int expired(IcechunkRepository repository) throws IOException {
        Expiry expiry = new Expiry(repository, upkeep.before(), asked(branches), asked(tags));
        Expiry.Expired expired = upkeep.dryRun() ? expiry.plan() : expiry.run();
        if (upkeep.repository().json()) {
            System.out.println(Json.text(Map.of(
                    "done", !upkeep.dryRun(),
                    "snapshots",
                            expired.snapshots().stream().map(Object::toString).toList(),
                    "branches", expired.branches(),
                    "tags", expired.tags())));
            return ExitCode.DONE;
        }
        expired.snapshots().forEach(System.out::println);
        System.out.println((upkeep.dryRun() ? "Would take " : "Took ")
                + Counted.of(expired.snapshots().size(), "commit")
                + ", branches " + expired.branches() + " and tags " + expired.tags() + " out of the history of "
                + repository.root() + ".");
        return ExitCode.DONE;
    }

    private static Expiry.OldRefs asked(boolean delete) {
        return delete ? Expiry.OldRefs.DELETE : Expiry.OldRefs.KEEP;
    }
}
