package dev.shoal.job;

import dev.shoal.job.demo.Archive;
import dev.shoal.job.demo.DemoArchive;
import dev.shoal.job.demo.Scale;
import dev.shoal.job.report.Report;
import dev.shoal.spec.RunSpec;
import dev.shoal.stage.Reprocessing;
import dev.shoal.stage.RunOutcome;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes an archive, runs the examples over it, and shows what came out. */
@Command(
        name = "demo",
        header = "Make a realistic archive, run the main job on it, show the results.",
        description = {
            "",
            "Writes everything below DATA/demo: the archive, the specifications, a report with pictures."
                    + " Run it again: nothing is left to do.",
            ""
        },
        footer = {"", "Example: shoal demo --data my-shoal"})
final class DemoCommand implements Callable<Integer> {

    private static final List<String> EXAMPLES = List.of("sst-daily", "model-regional", "moorings", "gliders");
    private static final double MEGABYTE = 1e6;

    @Mixin
    private CommonOptions options = new CommonOptions();

    @Option(names = "--seed", paramLabel = "N", description = "Seed of the archive (default: ${DEFAULT-VALUE}).")
    private long seed = 7;

    @Option(names = "--tiny", description = "Six days at one degree instead of a year at an eighth: for a quick look.")
    private boolean tiny;

    @Override
    public Integer call() throws IOException {
        Logging.toFile(options.data());
        Path folder = options.data().resolve("demo");
        say("Making the archive in " + folder.resolve("archive") + " ...");
        Archive archive = DemoArchive.write(folder.resolve("archive"), seed, tiny ? Scale.TINY : Scale.FULL);
        say(String.format(
                Locale.ROOT,
                "%,d files, %.0f MB, %.0f MB decoded; with faults on purpose: spikes, stuck sensors, gaps, two files cut short.",
                archive.files().size(),
                archive.storedBytes() / MEGABYTE,
                archive.decodedBytes() / MEGABYTE));
        try (SparkSession spark = Session.open(options)) {
            return run(spark, folder, archive);
        }
    }

    private int run(SparkSession spark, Path folder, Archive archive) throws IOException {
        List<RunOutcome> outcomes = new ArrayList<>();
        for (String example : EXAMPLES) {
            Path spec = example(folder, example);
            say("");
            say("shoal run " + spec);
            RunOutcome outcome = new Reprocessing(
                            spark,
                            RunSpec.parse(Files.readString(spec), spec.toString()),
                            new TerminalProgress(System.err),
                            Clock.systemUTC())
                    .run();
            outcomes.add(outcome);
            say(RunText.of(outcome).stripTrailing());
        }
        DemoResults results = new DemoResults(spark, archive);
        Path report = folder.resolve("report.html");
        say("");
        say(results.text());
        Report.write(report, results.page());
        say("Report with pictures: " + report);
        if (options.json()) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("runs", outcomes);
            json.put("report", report.toString());
            System.out.println(Json.text(json));
        }
        return ExitCode.DONE;
    }

    private static Path example(Path folder, String name) throws IOException {
        Path spec = folder.resolve(name + ".yaml");
        try (InputStream in = DemoCommand.class.getResourceAsStream("/examples/" + name + ".yaml")) {
            if (in == null) {
                throw new IllegalStateException("Cannot find example " + name + " among the classes.");
            }
            Files.writeString(spec, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
        return spec;
    }

    private void say(String text) {
        (options.json() ? System.err : System.out).println(text);
    }
}
