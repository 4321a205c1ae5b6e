package dev.shoal.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import ucar.ma2.IndexIterator;
import ucar.nc2.Variable;
import ucar.nc2.constants.CF;
import ucar.nc2.dataset.NetcdfDataset;
import ucar.nc2.dataset.NetcdfDatasets;

/**
 * The peer of a scan: opens files one by one with NetCDF-Java, several threads each with its own file, lets it find the
 * coordinate systems, and reads times, latitudes and longitudes. Prints the smallest and the largest of each, in a line
 * of JSON a file.
 */
public final class NetcdfJavaScan implements Callable<Integer> {

    @Option(names = "--threads", description = "Files open at once.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--runs", description = "Times to do all; each ends in a line with its seconds.")
    private int runs = 1;

    @Parameters(description = "Folder of netCDF files.")
    private Path folder = Path.of(".");

    /** Runs the program. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new NetcdfJavaScan()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException, ExecutionException {
        List<Path> files;
        try (Stream<Path> listed = Files.list(folder)) {
            files = listed.sorted().toList();
        }
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        ObjectMapper json = new ObjectMapper();
        for (int run = 0; run < runs; run++) {
            ProcessCost before = ProcessCost.sofar();
            List<Future<List<Object>>> found = new ArrayList<>();
            files.forEach(file -> found.add(pool.submit(() -> look(file))));
            for (Future<List<Object>> file : found) {
                System.out.println(json.writeValueAsString(file.get()));
            }
            ProcessCost cost = ProcessCost.sofar().minus(before);
            System.out.println(
                    json.writeValueAsString(Map.of("seconds", cost.seconds(), "cpuSeconds", cost.cpuSeconds())));
        }
        pool.shutdown();
        return 0;
    }

    private static List<Object> look(Path file) throws IOException {
        List<Object> line = new ArrayList<>();
        line.add(file.getFileName().toString());
        try (NetcdfDataset dataset = NetcdfDatasets.openDataset(file.toString())) {
            for (String name : List.of("time", "latitude", "longitude")) {
                line.addAll(range(coordinate(dataset, name)));
            }
        }
        return line;
    }

    private static Variable coordinate(NetcdfDataset dataset, String standardName) throws IOException {
        for (Variable variable : dataset.getVariables()) {
            if (variable.attributes().findAttributeString(CF.STANDARD_NAME, "").equals(standardName)) {
                return variable;
            }
        }
        throw new IOException("Cannot look at " + dataset.getLocation() + ": it has no " + standardName + ".");
    }

    private static List<Double> range(Variable coordinate) throws IOException {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (IndexIterator values = coordinate.read().getIndexIterator(); values.hasNext(); ) {
            double value = values.getDoubleNext();
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        return List.of(least, most);
    }
}
