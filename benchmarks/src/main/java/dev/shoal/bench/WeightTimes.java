package dev.shoal.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shoal.cf.CfDataset;
import dev.shoal.netcdf.ArrayFile;
import dev.shoal.regrid.Grid;
import dev.shoal.regrid.GridWindow;
import dev.shoal.regrid.Method;
import dev.shoal.regrid.Scheme;
import dev.shoal.regrid.TargetGrids;
import dev.shoal.regrid.Weigher;
import dev.shoal.regrid.Weights;
import dev.shoal.zarr.ArrayStores;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Makes the weights from a file's grid to a named one several times in one process, making the source ready each time.
 * Prints a line of JSON for each: entries, seconds of wall clock and of processors.
 */
public final class WeightTimes implements Callable<Integer> {

    @Option(names = "--threads", description = "Threads at once.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--runs", description = "Times to do all.")
    private int runs = 1;

    @Parameters(index = "0", description = "A file of fields.")
    private String file = "";

    @Parameters(index = "1", description = "The variable whose grid is the source.")
    private String variable = "";

    @Parameters(index = "2", description = "Name of the target grid.")
    private String target = "";

    @Parameters(index = "3", description = "The method, as dev.shoal.regrid.Method names it.")
    private Method method = Method.BILINEAR;

    /** Runs the program. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new WeightTimes()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        Grid source = source();
        Grid grid = TargetGrids.named(target);
        for (int run = 0; run < runs; run++) {
            ProcessCost before = ProcessCost.sofar();
            Weights weights =
                    Weigher.of(source, Scheme.of(method), threads).weights(grid, GridWindow.of(grid), threads);
            ProcessCost cost = ProcessCost.sofar().minus(before);
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("entries", weights.entries());
            line.put("seconds", cost.seconds());
            line.put("cpuSeconds", cost.cpuSeconds());
            System.out.println(new ObjectMapper().writeValueAsString(line));
        }
        return 0;
    }

    private Grid source() throws IOException {
        try (ArrayFile open = ArrayStores.open(file, new Configuration())) {
            return CfDataset.withCells(open).grid(variable).orElseThrow().grid();
        }
    }
}
