package dev.shoal.job;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Works on weights between two grids by themselves: one subcommand is one class. */
@Command(
        name = "weights",
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        header = "Make weights between two grids, and take them to other programs and back.",
        description = {
            "",
            "A file of weights (.nc) is what CDO, ESMF and xESMF read and write.",
            "A table of weights is a folder of Parquet that SQL can ask; it may be larger than memory.",
            ""
        },
        footer = {"", "Example: shoal weights make w.nc --from sst.nc --grid global_1 --method bilinear"},
        subcommands = {WeightsMake.class, WeightsDescribe.class, WeightsImport.class, WeightsExport.class})
final class WeightsCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "Name what to do: " + String.join(", ", spec.subcommands().keySet()) + ".");
    }
}
