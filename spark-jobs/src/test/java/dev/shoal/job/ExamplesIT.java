package dev.shoal.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shoal.job.demo.DemoArchive;
import dev.shoal.job.demo.Scale;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs every example beside a small archive, as the examples say. */
class ExamplesIT {

    private static final Path EXAMPLES = Path.of("examples");

    @TempDir
    static Path folder;

    @BeforeAll
    static void writeArchive() throws IOException {
        DemoArchive.write(folder.resolve("archive"), 42, Scale.TINY);
        try (Stream<Path> examples = Files.list(EXAMPLES)) {
            for (Path example : examples.toList()) {
                Files.copy(example, folder.resolve(example.getFileName().toString()));
            }
        }
    }

    @Test
    void dailyGridsGoToOneDegree() {
        CommandLineRun plan = run("sst-daily.yaml", "--dry-run");
        assertThat(plan.output()).contains("analysed_sst: [6, 43, 58] in chunks of [31, 43, 58]");
        assertThat(plan.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(folder.resolve("stores")).doesNotExist();
        CommandLineRun run = run("sst-daily.yaml");
        assertThat(run.output())
                .contains("Dataset sst-daily created", "6 of 7 files read, 14,964 cells written", "1 file refused")
                .contains("sst_20230204.nc: found", "The file was cut; fetch it again.");
        assertThat(run.exitCode()).isEqualTo(ExitCode.REJECTED);
        assertThat(folder.resolve("stores")).isDirectoryContaining("glob:**/sst-daily-*.zarr");
        assertThat(run("sst-daily.yaml").output()).startsWith("Nothing to do: sst-daily is up to date, 6 files");
    }

    @Test
    void aCurvilinearModelGoesToARegularGrid() {
        CommandLineRun run = run("model-regional.yaml");
        assertThat(run.output()).contains("Dataset gyre created", "2 of 2 files read, 22,932 cells written");
        assertThat(run.output()).containsPattern("salt +[1-9]").containsPattern("temp +[1-9]");
        assertThat(command("catalog", "show", "gyre").output())
                .as("cells of variables, without those of coordinates and flags")
                .contains("grid, 22,932 cells");
        assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
    }

    @Test
    void mooringsAreJudgedByFourTests() {
        CommandLineRun run = run("moorings.yaml", "--json");
        assertThat(run.exitCode()).isEqualTo(ExitCode.REJECTED);
        assertThat(run.output()).contains("\"amount\" : 2780", "\"temp/FAIL\"", "\"temp/SUSPECT\"", "44101_d3.nc");
        CommandLineRun raised = sql("SELECT sum(int(temp_qc_tests & 1 > 0)) > 0 AS gross,"
                + " sum(int(temp_qc_tests & 2 > 0)) > 0 AS spike, sum(int(temp_qc_tests & 4 > 0)) > 0 AS rate,"
                + " sum(int(temp_qc_tests & 8 > 0)) > 0 AS flat FROM ocean.obs.moorings");
        assertThat(raised.output().lines().skip(2)).containsExactly("true   true   true  true");
    }

    @Test
    void glidersOfTwoShapesComeIntoOneTable() {
        CommandLineRun run = run("gliders.yaml");
        assertThat(run.output()).contains("Dataset gliders created", "2 of 2 files read, 416 observations written");
        assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(sql("SELECT platform, count(*) AS n FROM ocean.obs.gliders GROUP BY 1 ORDER BY 1")
                        .output())
                .contains("4803901  208", "4803902  208");
    }

    private static CommandLineRun run(String example, String... more) {
        return command("run", folder.resolve(example).toString(), more);
    }

    private static CommandLineRun sql(String query) {
        return command("sql", query);
    }

    private static CommandLineRun command(String verb, String what, String... more) {
        List<String> arguments = new ArrayList<>(
                List.of(verb, what, "--data", folder.resolve("data").toString()));
        arguments.addAll(List.of(more));
        return CommandLineRun.of(arguments.toArray(String[]::new));
    }
}
