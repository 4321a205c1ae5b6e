package dev.shoal.job;

import dev.shoal.regrid.Grid;
import dev.shoal.regrid.GridWindow;
import dev.shoal.regrid.Scheme;
import dev.shoal.regrid.Weigher;
import dev.shoal.regrid.Weights;
import dev.shoal.stage.StageException;
import dev.shoal.stage.WeightStage;
import dev.shoal.stage.WeightTable;
import dev.shoal.stage.Workers;
import dev.shoal.weights.WeightExport;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Makes weights. */
@Command(
        name = "make",
        header = "Make weights, as a file for other programs or as a table.",
        description = {
            "",
            "A table is made in parts of the target, on a cluster where there is one; what it holds already is kept.",
            "A file is made in memory: for a large target make a table, and of that a file by 'shoal weights export'.",
            ""
        },
        footer = {
            "",
            "Example: shoal weights make w.nc --from sst.nc --grid r360x180 --method conservative",
            "         shoal weights make s3a://bucket/weights --from nemo.nc#thetao --grid global_0.25"
        })
final class WeightsMake implements Callable<Integer> {

    @Mixin
    private CommonOptions options = new CommonOptions();

    @Parameters(paramLabel = "OUTPUT", description = "A file that ends in .nc, or the folder of a table.")
    private String output = "";

    @Mixin
    private WeightGrids grids = new WeightGrids();

    @Mixin
    private WeightForm form = new WeightForm();

    @Mixin
    private ZarrCredentials credentials = new ZarrCredentials();

    @Override
    public Integer call() throws IOException {
        try (Workers workers = Session.taskWorkers(options, credentials)) {
            Scheme scheme = grids.scheme();
            Grid source = grids.source(workers.conf());
            Grid target = grids.target(workers.conf());
            long links = output.endsWith(".nc")
                    ? file(source, target, scheme, workers)
                    : table(source, target, scheme, workers);
            System.out.print(
                    options.json()
                            ? Json.text(Map.of("output", output, "links", links)) + System.lineSeparator()
                            : Counted.of(links, "link") + " from a " + source + " to a " + target + " by "
                                    + scheme.key() + ": " + output + System.lineSeparator());
            return ExitCode.DONE;
        } catch (IllegalArgumentException fault) { // The grids have no weights by this method.
            throw StageException.configuration(String.valueOf(fault.getMessage()), fault);
        }
    }

    private long file(Grid source, Grid target, Scheme scheme, Workers workers) throws IOException {
        Weights weights =
                Weigher.of(source, scheme, workers.cores()).weights(target, GridWindow.of(target), workers.cores());
        form.write(WeightExport.Blocks.of(weights), source, target, scheme, output, workers.conf());
        return weights.entries();
    }

    private long table(Grid source, Grid target, Scheme scheme, Workers workers) throws IOException {
        return new WeightStage(workers, new TerminalProgress(System.err))
                .make(source, target, scheme, new WeightTable(output))
                .links();
    }
}
