package dev.shoal.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shoal.job.demo.DemoArchive;
import dev.shoal.job.demo.Scale;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the commands print for people and for machines, in a folder whose name has blanks and letters of its own. */
class CommandsIT {

    @TempDir
    static Path parent;

    private static Path folder = Path.of("");

    @BeforeAll
    static void reprocess() throws IOException {
        folder = Files.createDirectories(parent.resolve("mes données 100%"));
        DemoArchive.write(folder.resolve("archive"), 42, Scale.TINY);
        Files.writeString(folder.resolve("sea.yaml"), """
                dataset: sea
                source: {paths: [archive/sst/2023/02], variables: [analysed_sst], kind: grids}
                qc: {analysed_sst: {gross_range: {fail_span: [271, 310]}}}
                regrid: {grid: {lat: {start: 20, end: 50, step: 2}, lon: {start: -70, end: -30, step: 2}}}
                """);
        Files.writeString(folder.resolve("gliders.yaml"), """
                dataset: gliders
                source: {paths: [archive/gliders], variables: [temperature, salinity]}
                qc: {temperature: {gross_range: {fail_span: [-2, 40]}}}
                """);
        assertThat(run("run", folder.resolve("sea.yaml").toString()).exitCode())
                .as("one file of the archive is cut short")
                .isEqualTo(ExitCode.REJECTED);
        assertThat(run("run", folder.resolve("gliders.yaml").toString()).exitCode())
                .isEqualTo(ExitCode.DONE);
    }

    private static CommandLineRun run(String... command) {
        List<String> arguments = new ArrayList<>(List.of(command));
        arguments.addAll(List.of("--data", folder.resolve("data").toString()));
        return CommandLineRun.of(arguments.toArray(String[]::new));
    }

    private static JsonNode json(String... command) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(command));
        arguments.add("--json");
        return new ObjectMapper().readTree(run(arguments.toArray(String[]::new)).output());
    }

    @Test
    void keepsEverythingInTheDataFolder() throws IOException {
        try (var names = Files.list(parent)) {
            assertThat(names).containsExactly(folder);
        }
        assertThat(folder.resolve("data/warehouse/zarr/sea")).isDirectory();
        assertThat(folder.resolve("data/warehouse/obs/gliders")).isDirectory();
    }

    @Test
    void showsADatasetAsItIsStored() {
        assertThat(run("catalog", "show", "sea").output().lines())
                .contains("  kind       grid, 1,008 cells")
                .anyMatch(line ->
                        line.matches("analysed_sst +sea_surface_temperature +kelvin +\\w+ +time=3, lat=16, lon=21"));
    }

    @Test
    void saysThatNothingIsLeftToDo() {
        assertThat(run("run", folder.resolve("sea.yaml").toString()).output())
                .startsWith("Nothing to do: sea is up to date, 3 files (");
    }

    @Test
    void plansInWords() {
        assertThat(run("run", folder.resolve("gliders.yaml").toString(), "--dry-run")
                        .output()
                        .lines())
                .contains(
                        "  salinity [1]: no tests",
                        "  temperature [degree_Celsius]: gross range: fail outside [-2.0, 40.0]");
    }

    @Test
    void givesMachinesTypedValues() throws IOException {
        JsonNode row = json(
                        "sql",
                        "SELECT CAST(null AS DOUBLE) AS missing, double('NaN') AS nan, array(1, null) AS list, named_struct('x', 1.5)"
                                + " AS tree, timestamp'2020-01-01' AS time, 0.1 AS number, map('k', true) AS map")
                .get(0);
        assertThat(row)
                .hasToString("{\"missing\":null,\"nan\":null,\"list\":[1,null],\"tree\":{\"x\":1.5},"
                        + "\"time\":\"2020-01-01T00:00:00Z\",\"number\":0.1,\"map\":{\"k\":true}}");
        JsonNode granule = json("catalog", "find", "--variable", "sea_surface_temperature", "--limit", "1")
                .get("granules")
                .get(0);
        assertThat(granule.get("west").isNumber()).isTrue();
        assertThat(granule.get("time_first").asText()).isEqualTo("2023-02-01T12:00:00Z");
    }

    @Test
    void findsGranulesByPathsThatTheNextCommandTakes() {
        CommandLineRun found = run("catalog", "find", "--bbox", "-80,10,-20,60", "--time", "2023-02-01");
        String line = found.output()
                .lines()
                .filter(text -> text.contains("/archive/sst/"))
                .findFirst()
                .orElseThrow();
        String path = line.substring(line.indexOf("file:/"));
        assertThat(run("scan", path).output()).contains("1 file, 0 refused.");
        assertThat(run("sql", "SELECT count(*) > 0 FROM ocean.netcdf.`" + path + "`")
                        .output())
                .startsWith("true");
    }

    @Test
    void countsWhatItRefusesEvenWhereItListsLess() {
        CommandLineRun scan = run("scan", folder.resolve("archive").toString(), "--limit", "1");
        assertThat(scan.exitCode()).isEqualTo(ExitCode.REJECTED);
        assertThat(scan.output()).contains(" files, 2 refused; 1 of each are listed at most, --limit shows more.");
    }
}
