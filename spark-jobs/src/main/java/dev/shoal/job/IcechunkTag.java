package dev.shoal.job;

import dev.shoal.zarr.icechunk.IcechunkRepository;
import dev.shoal.zarr.icechunk.ObjectId;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes and deletes tags. */
@Command(
        name = "tag",
        header = "Name a commit for good.",
        footer = {"", "Example: shoal zarr icechunk tag s3a://bucket/sst v1"})
final class IcechunkTag implements Callable<Integer> {

    @Mixin
    private IcechunkOptions options = new IcechunkOptions();

    @Parameters(index = "1", paramLabel = "NAME", description = "Name of the tag; it can be given but once.")
    private String name = "";

    @Option(names = "--delete", description = "Delete the tag; its name may not come back.")
    private boolean delete;

    @Override
    public Integer call() throws IOException {
        return options.open(this::done);
    }

    private int done(IcechunkRepository repository) throws IOException {
        ObjectId snapshot = repository.resolve(delete ? name : options.name().ref());
        if (delete) {
            repository.deleteTag(name);
        } else {
            repository.tag(name, snapshot);
        }
        options.tell(delete ? "Deleted tag" : "Made tag", name, snapshot);
        return ExitCode.DONE;
    }
}
