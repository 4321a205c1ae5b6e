package dev.shoal.job;

import dev.shoal.netcdf.UnreadableException;
import dev.shoal.stage.StageException;
import dev.shoal.zarr.icechunk.CommitConflictException;
import dev.shoal.zarr.icechunk.CommitName;
import dev.shoal.zarr.icechunk.IcechunkRepository;
import dev.shoal.zarr.icechunk.ObjectId;
import java.io.IOException;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** What every command on an Icechunk repository is told. */
final class IcechunkOptions {

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Mixin
    private ZarrCredentials credentials = new ZarrCredentials();

    @Parameters(
            index = "0",
            paramLabel = "REPOSITORY",
            description = "Folder of the repository, s3a: too; PATH@REF for another branch than main, for a tag or the"
                    + " id of a snapshot.")
    private String location = "";

    /** Works on a repository. */
    @FunctionalInterface
    interface Work<T> {

        /** Does the work. */
        T on(IcechunkRepository repository) throws IOException;
    }

    boolean json() {
        return common.json();
    }

    /** Returns the commit that is named. */
    CommitName name() {
        return CommitName.of(location);
    }

    String location() {
        return name().toString();
    }

    Configuration configuration() {
        Logging.toFile(common.data());
        return credentials.configuration();
    }

    /** Opens the repository and works on it; what is refused is the user's fault. */
    <T> T open(Work<T> work) throws IOException {
        Configuration conf = configuration();
        try {
            return work.on(IcechunkRepository.open(name().root(), conf));
        } catch (UnreadableException | CommitConflictException refused) {
            throw StageException.configuration(String.valueOf(refused.getMessage()), refused);
        }
    }

    /** Tells what was done to a branch or tag. */
    void tell(String what, String name, ObjectId snapshot) {
        System.out.println(
                json()
                        ? Json.text(Map.of("did", what, "name", name, "snapshot", snapshot.toString()))
                        : what + " " + name + " at " + snapshot + ".");
    }
}
