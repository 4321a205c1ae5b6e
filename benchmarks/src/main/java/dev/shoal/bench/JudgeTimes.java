package dev.shoal.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shoal.catalog.table.CatalogSettings;
import dev.shoal.catalog.table.CatalogTables;
import dev.shoal.source.OceanCatalog;
import dev.shoal.spec.RunSpec;
import dev.shoal.stage.Progress;
import dev.shoal.stage.Reprocessing;
import dev.shoal.stage.RunOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Takes an archive of moorings in, then puts other thresholds of six tests to the same observations time and again, out
 * of the Iceberg table and into it. Prints a line of JSON for each run: rows, points, seconds, points a second.
 */
public final class JudgeTimes implements Callable<Integer> {

    private static final String TESTS = """
                gross_range: {fail_span: [-5, 45], suspect_span: [0, %d]}
                spike: {suspect_threshold: 2, fail_threshold: 4}
                rate_of_change: {threshold: 0.05}
                flat_line: {tolerance: 0.001, suspect_threshold: 600, fail_threshold: 1800}
                attenuated_signal: {suspect_threshold: 0.02, fail_threshold: 0.01, test_period: 3600, min_obs: 10}
                climatology: {config: [{tspan: [1, 12], period: month, vspan: [0, 40], fspan: [-5, 45]}]}
            """;

    @Option(names = "--cores", description = "Tasks at once.")
    private int cores = Runtime.getRuntime().availableProcessors();

    @Option(names = "--runs", description = "Runs after the first.")
    private int runs = 5;

    @Option(names = "--conf", description = "Settings of Spark.")
    private Map<String, String> settings = new LinkedHashMap<>();

    @Parameters(index = "0", description = "Folder of the archive.")
    private Path archive = Path.of("");

    @Parameters(index = "1", description = "Folder for the catalogue and the tables.")
    private Path data = Path.of("");

    @Parameters(index = "2..*", description = "Variables that are judged.")
    private String[] variables = {};

    /** Runs the program. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new JudgeTimes()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        Files.createDirectories(data);
        Map<String, String> all =
                new LinkedHashMap<>(CatalogSettings.embedded(CatalogTables.CATALOG, OceanCatalog.class.getName(), data)
                        .sparkConf());
        all.putAll(settings);
        try (SparkSession spark = Sessions.local(cores, all)) {
            for (int run = 0; run <= runs; run++) {
                ProcessCost before = ProcessCost.sofar();
                RunOutcome outcome = new Reprocessing(spark, spec(run), Progress.NONE, Clock.systemUTC()).run();
                tell(outcome, ProcessCost.sofar().minus(before));
            }
        }
        return 0;
    }

    private RunSpec spec(int run) {
        StringBuilder text = new StringBuilder("dataset: judged\nsource: {paths: [\"" + archive + "\"]}\nqc:\n");
        for (String variable : variables) {
            text.append("    ")
                    .append(variable)
                    .append(":\n")
                    .append(TESTS.formatted(30 + run % 2).indent(4));
        }
        return RunSpec.parse(text.toString(), archive.resolve("spec.yaml").toString());
    }

    private void tell(RunOutcome outcome, ProcessCost cost) throws IOException {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("action", outcome.action().title());
        line.put("rows", outcome.amount());
        line.put("points", outcome.amount() * variables.length);
        line.put("seconds", cost.seconds());
        line.put("cpuSeconds", cost.cpuSeconds());
        line.put("pointsPerSecond", outcome.amount() * variables.length / cost.seconds());
        System.out.println(new ObjectMapper().writeValueAsString(line));
    }
}
