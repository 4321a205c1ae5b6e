package dev.shoal.job;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Looks at grids: one subcommand is one class. */
@Command(
        name = "grid",
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        header = "Look at grids of files and at those that have a name.",
        footer = {"", "Example: shoal grid describe ocean.nc"},
        subcommands = {GridDescribe.class, GridList.class})
final class GridCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "Name what to do: " + String.join(", ", spec.subcommands().keySet()) + ".");
    }
}
