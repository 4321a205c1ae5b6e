package dev.shoal.job;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Works on Icechunk repositories: one subcommand is one class. */
@Command(
        name = "icechunk",
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        header = "Look at the history of an Icechunk repository, name commits, take old ones away.",
        footer = {"", "Example: shoal zarr icechunk log s3a://bucket/sst"},
        subcommands = {
            IcechunkLog.class,
            IcechunkBranch.class,
            IcechunkTag.class,
            IcechunkExpire.class,
            IcechunkGc.class
        })
final class ZarrIcechunk implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "Name what to do: " + String.join(", ", spec.subcommands().keySet()) + ".");
    }
}
