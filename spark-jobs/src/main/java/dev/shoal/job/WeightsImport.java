package dev.shoal.job;

import dev.shoal.regrid.Grid;
import dev.shoal.regrid.Weights;
import dev.shoal.stage.WeightTable;
import dev.shoal.weights.GridCheck;
import dev.shoal.weights.WeightFile;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Puts the weights of a file into a table. */
@Command(
        name = "import",
        header = "Put the weights of CDO, ESMF or xESMF into a table, for these two grids.",
        description = {"", "The file's own account of its grids must be that of --from and --grid, cell by cell.", ""},
        footer = {"", "Example: shoal weights import cdo.nc weights --from sst.nc --grid r360x180 --method bilinear"})
final class WeightsImport implements Callable<Integer> {

    @Mixin
    private CommonOptions options = new CommonOptions();

    @Parameters(index = "0", paramLabel = "FILE", description = "A file of weights.")
    private String file = "";

    @Parameters(index = "1", paramLabel = "TABLE", description = "Folder of the table.")
    private String table = "";

    @Mixin
    private WeightGrids grids = new WeightGrids();

    @Option(
            names = "--unchecked",
            description = "Take a file without a word about its grids, such as xESMF's: whether they are these is then"
                    + " for you to know.")
    private boolean unchecked;

    @Mixin
    private ZarrCredentials credentials = new ZarrCredentials();

    @Override
    public Integer call() throws IOException {
        Logging.toFile(options.data());
        Configuration conf = credentials.configuration();
        Grid source = grids.source(conf);
        Grid target = grids.target(conf);
        GridCheck least = unchecked ? GridCheck.NOTHING : GridCheck.POSITIONS;
        Weights weights = WeightFile.load(file, source, target, grids.scheme(), least, conf);
        new WeightTable(table).save(grids.key(source, target), weights, conf);
        System.out.println(Counted.of(weights.entries(), "link") + " from a " + source + " to a " + target + ".");
        return ExitCode.DONE;
    }
}
