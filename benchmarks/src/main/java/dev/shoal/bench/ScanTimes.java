package dev.shoal.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shoal.stage.FileEntry;
import dev.shoal.stage.Progress;
import dev.shoal.stage.ScanStage;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Scans an archive several times in one Spark session, without writing the catalogue, and prints a line of JSON for
 * each: files that can be read, seconds of wall clock and of processors, bytes that the process read meanwhile.
 */
public final class ScanTimes implements Callable<Integer> {

    @Option(names = "--cores", description = "Tasks at once.")
    private int cores = Runtime.getRuntime().availableProcessors();

    @Option(names = "--runs", description = "Scans.")
    private int runs = 1;

    @Option(names = "--conf", description = "Settings of Spark.")
    private Map<String, String> settings = new LinkedHashMap<>();

    @Parameters(description = "Files, folders, globs.")
    private List<String> paths = List.of();

    /** Runs the program. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new ScanTimes()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        try (SparkSession spark = Sessions.local(cores, settings)) {
            for (int run = 0; run < runs; run++) {
                ProcessCost before = ProcessCost.sofar();
                List<FileEntry> files =
                        FileEntry.list(paths, spark.sparkContext().hadoopConfiguration());
                Dataset<Row> scan = new ScanStage(spark, "scan", 0, Progress.NONE).scan(files);
                long readable = ScanStage.inventory(scan).count();
                ProcessCost cost = ProcessCost.sofar().minus(before);
                scan.unpersist(true);
                Map<String, Object> line = new LinkedHashMap<>();
                line.put("files", files.size());
                line.put("readable", readable);
                line.put("seconds", cost.seconds());
                line.put("cpuSeconds", cost.cpuSeconds());
                line.put("bytesRead", cost.bytesRead());
                System.out.println(new ObjectMapper().writeValueAsString(line));
            }
        }
        return 0;
    }
}
