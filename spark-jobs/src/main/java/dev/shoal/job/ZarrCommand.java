package dev.shoal.job;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Works on Zarr stores that stand by themselves: one subcommand is one class. */
@Command(
        name = "zarr",
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        header = "Make Zarr stores from files, and work on them.",
        description = {"", "A store is a folder at a path that you name, of any file system: file:, s3a:, hdfs:.", ""},
        footer = {"", "Example: shoal zarr list s3a://bucket/stores"},
        subcommands = {
            ZarrSend.class,
            ZarrUpdate.class,
            ZarrList.class,
            ZarrInfo.class,
            ZarrCheck.class,
            ZarrConsolidate.class,
            ZarrSweep.class,
            ZarrIcechunk.class,
            ZarrRechunk.class,
            ZarrAdvise.class,
            ZarrVirtualise.class
        })
final class ZarrCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "Name what to do: " + String.join(", ", spec.subcommands().keySet()) + ".");
    }
}
