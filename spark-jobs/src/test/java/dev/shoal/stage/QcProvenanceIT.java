package dev.shoal.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shoal.testing.SharedSpark;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Law 6 for flags: which test, with which thresholds, flagged a value is one query. */
class QcProvenanceIT {

    private static final String SPEC = """
            qc:
              sea_water_temperature:
                gross_range: {fail_span: [0, 22], suspect_span: [12, 20]}
                spike: {suspect_threshold: 2, fail_threshold: %d}
              platforms:
                B: {sea_water_temperature: {gross_range: {fail_span: [0, 30]}}}
            """;

    /** The query of the README. */
    private static final String WHICH = """
            SELECT o.platform, o.time, o.temp, o.temp_qc, t.test, t.parameters, t.scope, t.shoal_version
            FROM ocean.obs.%s o JOIN ocean.catalog.qc_tests t
              ON t.run = o.run AND t.variable = 'temp' AND (o.temp_qc_tests & t.mask) != 0
             AND (size(t.platforms) = 0 OR array_contains(t.platforms, o.platform))
             AND NOT array_contains(t.except_platforms, o.platform)
            """;

    @TempDir
    private Path folder;

    private static List<Row> rows(String sql) {
        return SharedSpark.session().sql(sql).collectAsList();
    }

    private static double sum(String what) {
        return rows("SELECT sum(" + what + ") FROM ocean.obs.proven").get(0).getDouble(0);
    }

    @Test
    void theTestAndItsThresholdsThatFlaggedAValueAreOneQuery() throws IOException {
        double[] series = SmallFiles.series(5, 90);
        SmallFiles.mooring(folder.resolve("archive/A.nc"), "A", series, 0, 90);
        SmallFiles.mooring(folder.resolve("archive/B.nc"), "B", series, 0, 90);
        ArchiveRuns runs = new ArchiveRuns("proven", folder.resolve("archive"));
        runs.run(SPEC.formatted(4));

        List<Row> spikes = rows(WHICH.formatted("proven") + " WHERE o.platform = 'A' AND t.test = 'spike'");
        long flagged = rows("SELECT 1 FROM ocean.obs.proven WHERE platform = 'A' AND (temp_qc_tests & 2) != 0")
                .size();
        assertThat(spikes).hasSize((int) flagged).isNotEmpty();
        assertThat(spikes).allSatisfy(row -> {
            assertThat(row.getString(5)).contains("\"fail_threshold\": 4", "\"suspect_threshold\": 2");
            assertThat(row.getString(6)).isEqualTo("{}");
        });
        assertThat(rows(WHICH.formatted("proven") + " WHERE o.platform = 'B' AND t.test = 'gross_range'"))
                .allSatisfy(row -> assertThat(row.getString(5)).contains("30").doesNotContain("suspect"));
        assertThat(rows("SELECT scope FROM ocean.catalog.qc_tests WHERE dataset = 'proven' ORDER BY bit").stream()
                        .map(row -> row.getString(0)))
                .containsExactly("{\"except_platforms\":[\"B\"]}", "{}", "{\"platforms\":[\"B\"]}");

        double values = sum("temp");
        runs.run(SPEC.formatted(5));
        assertThat(rows(WHICH.formatted("proven") + " WHERE t.test = 'spike'"))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.getString(5)).contains("\"fail_threshold\": 5"));
        assertThat(sum("temp")).isEqualTo(values);
    }

    @Test
    void thresholdsComeFromATableByPlatform() throws IOException {
        double[] series = SmallFiles.series(6, 90);
        for (String name : List.of("A", "B", "C")) {
            SmallFiles.mooring(folder.resolve("archive/" + name + ".nc"), name, series, 0, 90);
        }
        SharedSpark.session()
                .sql("SELECT * FROM VALUES ('A', 'sea_water_temperature', 'spike', 'suspect_threshold', '1'),"
                        + " ('B', 'sea_water_temperature', 'gross_range', 'suspect_span', '[14, 16]'),"
                        + " (NULL, 'sea_water_temperature', 'spike', 'fail_threshold', '3')"
                        + " AS t(platform, variable, test, parameter, value)")
                .createOrReplaceTempView("limits");
        ArchiveRuns runs = new ArchiveRuns("limited", folder.resolve("archive"));
        String spec = SPEC.formatted(4).replaceAll("(?s)  platforms.*", "") + "  thresholds: SELECT * FROM limits\n";
        runs.run(spec);

        assertThat(rows(WHICH.formatted("limited") + " WHERE t.test = 'spike' AND o.platform = 'A'"))
                .isNotEmpty()
                .allSatisfy(row ->
                        assertThat(row.getString(5)).contains("\"suspect_threshold\": 1", "\"fail_threshold\": 3"));
        assertThat(rows(WHICH.formatted("limited") + " WHERE t.test = 'spike' AND o.platform = 'C'"))
                .isNotEmpty()
                .allSatisfy(row ->
                        assertThat(row.getString(5)).contains("\"suspect_threshold\": 2", "\"fail_threshold\": 3"));
        assertThat(rows(WHICH.formatted("limited") + " WHERE t.test = 'gross_range' AND o.platform = 'B'"))
                .hasSizeGreaterThan(
                        rows(WHICH.formatted("limited") + " WHERE t.test = 'gross_range' AND o.platform = 'C'")
                                .size());
        assertThat(runs.run(spec).action()).isEqualTo(RunOutcome.Action.NOTHING);

        assertThatThrownBy(() -> runs.run(spec.replace(
                        "SELECT * FROM limits",
                        "SELECT 'A' platform, 'sea_water_temperature' variable, 'spik' test, 'suspect_treshold' parameter,"
                                + " 1 value")))
                .hasMessageContaining(
                        "found the test spik, expected one that sea_water_temperature has. Did you mean" + " spike?");
        assertThatThrownBy(() -> runs.run(spec.replace(
                        "SELECT * FROM limits",
                        "SELECT 'A' platform, 'sea_water_temperature' variable, 'spike' test, 'suspect_treshold' parameter,"
                                + " 1 value")))
                .hasMessageContaining("With the thresholds of platform A")
                .hasMessageContaining("Did you mean suspect_threshold?");
        assertThatThrownBy(() -> runs.run(spec.replace("SELECT * FROM limits", "SELECT * FROM nowhere.at_all")))
                .hasMessageContaining("Cannot read the thresholds: the query");
    }
}
