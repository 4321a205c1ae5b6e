package dev.shoal.job;

import dev.shoal.zarr.icechunk.IcechunkRepository;
import dev.shoal.zarr.icechunk.ObjectId;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes, moves and deletes branches. */
@Command(
        name = "branch",
        header = "Make a branch that begins at a commit; or move or delete one.",
        footer = {"", "Example: shoal zarr icechunk branch s3a://bucket/sst@v1 rework"})
final class IcechunkBranch implements Callable<Integer> {

    @Mixin
    private IcechunkOptions options = new IcechunkOptions();

    @Parameters(index = "1", paramLabel = "NAME", description = "Name of the branch.")
    private String name = "";

    @ArgGroup
    private Act act = new Act();

    /** What else may be done. */
    static final class Act {

        @Option(names = "--reset", description = "Move the branch to the commit that REPOSITORY@REF names.")
        private boolean reset;

        @Option(names = "--delete", description = "Delete the branch; its commits stay until they are garbage.")
        private boolean delete;
    }

    @Override
    public Integer call() throws IOException {
        return options.open(this::done);
    }

    private int done(IcechunkRepository repository) throws IOException {
        ObjectId snapshot = act.delete
                ? repository.resolve(name)
                : repository.resolve(options.name().ref());
        if (act.delete) {
            repository.deleteBranch(name);
        } else if (act.reset) {
            repository.reset(name, snapshot);
        } else {
            repository.branch(name, snapshot);
        }
        options.tell(act.delete ? "Deleted branch" : act.reset ? "Moved branch" : "Made branch", name, snapshot);
        return ExitCode.DONE;
    }
}
