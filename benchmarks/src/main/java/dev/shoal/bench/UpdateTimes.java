package dev.shoal.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shoal.stage.Progress;
import dev.shoal.stage.zarr.StoreOutcome;
import dev.shoal.stage.zarr.StoreRequest;
import dev.shoal.stage.zarr.UpdateJob;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Updates a Zarr store with files one after the other in one process. Prints a line of JSON for each: chunks, seconds
 * of wall clock and of processors.
 */
public final class UpdateTimes implements Callable<Integer> {

    @Option(names = "--cores", description = "Tasks at once.")
    private int cores = Runtime.getRuntime().availableProcessors();

    @Option(names = "--conf", description = "Settings of Spark.")
    private Map<String, String> settings = new LinkedHashMap<>();

    @Option(names = "--first", description = "Stores that are updated with the same files before, to warm up.")
    private List<String> first = List.of();

    @Parameters(index = "0", description = "The store, which changes.")
    private String store = "";

    @Parameters(index = "1..*", description = "Files, one update each.")
    private List<String> files = List.of();

    /** Runs the program. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new UpdateTimes()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        try (SparkSession spark = Sessions.local(cores, settings)) {
            for (String other : first) {
                for (String file : files) {
                    update(spark, file, other);
                }
            }
            for (String file : files) {
                ProcessCost before = ProcessCost.sofar();
                StoreOutcome outcome = update(spark, file, store);
                ProcessCost cost = ProcessCost.sofar().minus(before);
                Map<String, Object> line = new LinkedHashMap<>();
                line.put("chunks", outcome.chunks());
                line.put("seconds", cost.seconds());
                line.put("cpuSeconds", cost.cpuSeconds());
                System.out.println(new ObjectMapper().writeValueAsString(line));
            }
        }
        return 0;
    }

    private static StoreOutcome update(SparkSession spark, String file, String store) {
        return new UpdateJob(spark, StoreRequest.of(List.of(file), store), Progress.NONE).run();
    }
}
