package dev.shoal.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shoal.stage.Progress;
import dev.shoal.stage.zarr.SendJob;
import dev.shoal.stage.zarr.StoreOutcome;
import dev.shoal.stage.zarr.StoreRequest;
import dev.shoal.zarr.StoreForm;
import dev.shoal.zarr.ZarrFormat;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Makes a Zarr store of files several times in one Spark session. Prints a line of JSON for each: chunks, seconds of
 * wall clock and of processors.
 */
public final class SendTimes implements Callable<Integer> {

    @Option(names = "--cores", description = "Tasks at once.")
    private int cores = Runtime.getRuntime().availableProcessors();

    @Option(names = "--runs", description = "Times to do all.")
    private int runs = 1;

    @Option(names = "--conf", description = "Settings of Spark.")
    private Map<String, String> settings = new LinkedHashMap<>();

    @Option(names = "--chunk", description = "NAME=LENGTH")
    private Map<String, Long> chunks = new LinkedHashMap<>();

    @Option(names = "--codec", description = "As of shoal zarr send.")
    private String codec = "";

    @Parameters(index = "0", description = "The store; what lies there is deleted.")
    private String store = "";

    @Parameters(index = "1..*", description = "Files, folders, globs.")
    private List<String> paths = List.of();

    /** Runs the program. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new SendTimes()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        try (SparkSession spark = Sessions.local(cores, settings)) {
            for (int run = 0; run < runs; run++) {
                Path root = new Path(store);
                root.getFileSystem(spark.sparkContext().hadoopConfiguration()).delete(root, true);
                measure(new SendJob(spark, request(), Progress.NONE));
            }
        }
        return 0;
    }

    private StoreRequest request() {
        StoreRequest request = StoreRequest.of(paths, store);
        request.chunks().putAll(chunks);
        return request.withForm(new StoreForm(ZarrFormat.V2, Map.of(), codec));
    }

    private static void measure(SendJob job) throws IOException {
        ProcessCost before = ProcessCost.sofar();
        StoreOutcome outcome = job.run();
        ProcessCost cost = ProcessCost.sofar().minus(before);
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("chunks", outcome.chunks());
        line.put("seconds", cost.seconds());
        line.put("cpuSeconds", cost.cpuSeconds());
        System.out.println(new ObjectMapper().writeValueAsString(line));
    }
}
