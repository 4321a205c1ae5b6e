package dev.shoal.job;

import dev.shoal.regrid.Grid;
import dev.shoal.stage.WeightTable;
import dev.shoal.stage.WeightTableBlocks;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Makes a file of weights of a table of them. */
@Command(
        name = "export",
        header = "Make a file of weights of a table, a band of the target at a time.",
        footer = {"", "Example: shoal weights export weights w.nc --from nemo.nc --grid global_0.25 --format esmf"})
final class WeightsExport implements Callable<Integer> {

    @Mixin
    private CommonOptions options = new CommonOptions();

    @Parameters(index = "0", paramLabel = "TABLE", description = "Folder of the table.")
    private String table = "";

    @Parameters(index = "1", paramLabel = "FILE", description = "The file that is written.")
    private String file = "";

    @Mixin
    private WeightGrids grids = new WeightGrids();

    @Mixin
    private WeightForm form = new WeightForm();

    @Mixin
    private ZarrCredentials credentials = new ZarrCredentials();

    @Override
    public Integer call() throws IOException {
        Logging.toFile(options.data());
        Configuration conf = credentials.configuration();
        Grid source = grids.source(conf);
        Grid target = grids.target(conf);
        WeightTableBlocks blocks =
                new WeightTableBlocks(new WeightTable(table), grids.key(source, target), target, conf);
        form.write(blocks, source, target, grids.scheme(), file, conf);
        return ExitCode.DONE;
    }
}
