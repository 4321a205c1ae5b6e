package dev.shoal.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
import ucar.nc2.constants.AxisType;
import ucar.nc2.dataset.CoordinateAxis;
import ucar.nc2.dataset.NetcdfDataset;
import ucar.nc2.dataset.NetcdfDatasets;

/**
 * The peer of a scan: opens files one by one with NetCDF-Java, several threads each with its own file, and reads what
 * its coordinate systems say are times, latitudes and longitudes. Prints the smallest and the largest of each, in a
 * line of JSON a file.
 */
public final class NetcdfJavaScan implements Callable<Integer> {

    @Option(names = "--threads", description = "Files open at once.")
    private int threads = Runtime.getRuntime().availableProcessors();

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
        List<Future<List<Object>>> found = new ArrayList<>();
        files.forEach(file -> found.add(pool.submit(() -> look(file))));
        ObjectMapper json = new ObjectMapper();
        for (Future<List<Object>> file : found) {
            System.out.println(json.writeValueAsString(file.get()));
        }
        pool.shutdown();
        return 0;
    }

    private static List<Object> look(Path file) throws IOException {
        List<Object> line = new ArrayList<>();
        line.add(file.getFileName().toString());
        try (NetcdfDataset dataset = NetcdfDatasets.openDataset(file.toString())) {
            for (AxisType kind : List.of(AxisType.Time, AxisType.Lat, AxisType.Lon)) {
                CoordinateAxis axis = dataset.findCoordinateAxis(kind);
                line.addAll(axis == null ? List.of() : range(axis));
            }
        }
        return line;
    }

    private static List<Double> range(CoordinateAxis axis) throws IOException {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (IndexIterator values = axis.read().getIndexIterator(); values.hasNext(); ) {
            double value = values.getDoubleNext();
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        return List.of(least, most);
    }
}
