package dev.shoal.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shoal.cf.CfFlagRules;
import dev.shoal.job.demo.DemoArchive;
import dev.shoal.job.demo.Scale;
import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.ArrayFiles;
import dev.shoal.qc.flag.QcFlag;
import dev.shoal.spec.QcProfile;
import dev.shoal.spec.QcText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QcCommandIT {

    @TempDir
    static Path folder;

    private static Path archive = Path.of("");
    private static Path config = Path.of("");

    @BeforeAll
    static void makeAnArchive() throws IOException {
        archive = folder.resolve("archive");
        DemoArchive.write(archive, 42, Scale.TINY);
        config = Files.writeString(folder.resolve("qc.json"), """
                {"contexts": [{"streams": {"sea_water_temperature": {"qartod": {
                  "gross_range_test": {"fail_span": [-2.5, 40], "suspect_span": [-2, 35]},
                  "spike_test": {"suspect_threshold": 1.5, "fail_threshold": 3}}}}}]}
                """);
    }

    private static CommandLineRun run(String... command) {
        List<String> arguments = new ArrayList<>(List.of(command));
        arguments.addAll(List.of("--data", folder.resolve("data").toString()));
        return CommandLineRun.of(arguments.toArray(String[]::new));
    }

    private static String moorings() {
        return archive.resolve("moorings").toString();
    }

    @Test
    void countsFlagsAndTellsTheFirstAndTheWorstOfEachTest() throws IOException {
        CommandLineRun run = run("qc", moorings(), "--config", config.toString(), "--json");
        JsonNode report = new ObjectMapper().readTree(run.output());
        JsonNode finding = report.at("/findings/0");
        assertThat(finding.path("raised").asLong()).isPositive();
        assertThat(finding.at("/first/time").asText())
                .isLessThanOrEqualTo(finding.at("/worst/time").asText());
        long flagged = 0;
        for (JsonNode share : report.path("flags")) {
            flagged += share.at("/flags/SUSPECT").asLong()
                    + share.at("/flags/FAIL").asLong();
            assertThat(share.path("variable").asText()).isEqualTo("temp");
        }
        long raised = 0;
        for (JsonNode one : report.path("findings")) {
            raised += one.path("raised").asLong();
        }
        assertThat(flagged).isPositive().isLessThanOrEqualTo(raised);
        assertThat(report.at("/tests/temp/1/does").asText())
                .isEqualTo("spike (average): fail above 3.0, suspect above 1.5");
    }

    @Test
    void drawsTheSeriesOnAPage() throws IOException {
        Path page = folder.resolve("pages").resolve("qc.html");
        CommandLineRun run = run("qc", moorings(), "--config", config.toString(), "--html", page.toString());
        assertThat(run.output()).contains("platform", "gross_range", "Page with pictures: " + page);
        assertThat(Files.readString(page)).contains("Quality control", "\"kind\":\"series\"", "fail above 3.0");
    }

    @Test
    void writesFilesAgainWithTheirFlags() throws IOException {
        Path copies = Files.createDirectories(folder.resolve("copies"));
        List<String> command = new ArrayList<>(List.of("qc", "--config", config.toString(), "--json"));
        command.addAll(List.of("--output", copies.toString()));
        try (Stream<Path> files = Files.walk(archive.resolve("moorings"))) {
            files.map(Path::toString)
                    .filter(name -> name.endsWith(".nc"))
                    .sorted()
                    .limit(4)
                    .forEach(command::add);
        }
        CommandLineRun run = run(command.toArray(String[]::new));
        long flagged = 0;
        for (JsonNode share : new ObjectMapper().readTree(run.output()).path("flags")) {
            flagged += share.at("/flags/SUSPECT").asLong()
                    + share.at("/flags/FAIL").asLong();
        }
        long copied = 0;
        try (Stream<Path> files = Files.list(copies)) {
            for (Path file : files.toList()) {
                try (ArrayFile copy = ArrayFiles.open(file.toString(), new Configuration())) {
                    assertThat(CfFlagRules.problems(copy.header())).isEmpty();
                    byte[] flags =
                            (byte[]) copy.read(copy.header().variable("TEMP_qc").orElseThrow())
                                    .values();
                    int[] raised = (int[])
                            copy.read(copy.header().variable("TEMP_qc_tests").orElseThrow())
                                    .values();
                    byte[] range = (byte[]) copy.read(copy.header()
                                    .variable("TEMP_qc_gross_range")
                                    .orElseThrow())
                            .values();
                    byte[] spike = (byte[])
                            copy.read(copy.header().variable("TEMP_qc_spike").orElseThrow())
                                    .values();
                    for (int i = 0; i < flags.length; i++) {
                        assertThat(flags[i]).isEqualTo(QcFlag.worse(range[i], spike[i]));
                        boolean bad = flags[i] == QcFlag.SUSPECT || flags[i] == QcFlag.FAIL;
                        assertThat(raised[i] != 0).isEqualTo(bad);
                        copied += bad ? 1 : 0;
                    }
                }
            }
        }
        assertThat(copied).isPositive().isEqualTo(flagged);
        try (Stream<Path> files = Files.list(copies)) {
            assertThat(QcFile.read(files.findFirst().orElseThrow().toString(), QcProfile.SHOAL)
                            .tests()
                            .suite("TEMP")
                            .orElseThrow()
                            .tests())
                    .isEqualTo(QcFile.read(config.toString(), QcProfile.SHOAL)
                            .tests()
                            .suite("sea_water_temperature")
                            .orElseThrow()
                            .tests());
        }
    }

    @Test
    void proposesThresholdsThatCanBeUsedAsTheyAre() {
        String text =
                run("qc", "suggest", moorings(), "--variables", "temp,psal").output();
        assertThat(QcText.parse(
                                text.replaceAll("(?s)  climatology:.*?(?=\\n[a-z]|$)", ""),
                                "suggestion",
                                QcProfile.SHOAL)
                        .suite("temp")
                        .orElseThrow()
                        .tests())
                .hasSize(4);
        assertThat(text).contains("period: month, tspan: [1, 1]");
    }

    @Test
    void tellsEverythingThatIsWrongBeforeAnythingRuns() throws IOException {
        Path wrong = Files.writeString(folder.resolve("wrong.yaml"), "temp: {spiek: {}, spike: {suspect_treshold: 1}}");
        CommandLineRun run = run("qc", moorings(), "--config", wrong.toString());
        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.messages())
                .contains("Did you mean spike?", "Did you mean suspect_threshold?")
                .doesNotContain("Scanning");
    }

    @Test
    void looksForItsFieldsBesideTheTestsBeforeAnythingRuns() throws IOException {
        Path beside = Files.writeString(folder.resolve("fields.yaml"), """
                fields: {sst: {path: archive/sst/2023/02/sst_20230202.nc, variable: analysed_sts}}
                temp: {gridded_climatology: {mean: sst, deviation: sst}}
                """);
        CommandLineRun run = run("qc", moorings(), "--config", beside.toString());
        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.messages())
                .contains("Cannot take the field 'sst' from variable 'analysed_sts'", "Did you mean analysed_sst?")
                .doesNotContain("Scanning");
    }

    @Test
    void listsTheTestsWithTheirParameters() {
        assertThat(run("qc", "tests", "flat_line").output())
                .contains("qartod.flat_line_test", "suspect_threshold*", "flat_line.tolerance: a number");
    }
}
