package dev.shoal.stage;

import static org.assertj.core.api.Assertions.assertThat;

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
            FROM ocean.obs.proven o JOIN ocean.catalog.qc_tests t
              ON t.run = o.run AND t.variable = 'temp' AND (o.temp_qc_tests & t.mask) != 0
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

        List<Row> spikes = rows(WHICH + " WHERE o.platform = 'A' AND t.test = 'spike'");
        long flagged = rows("SELECT 1 FROM ocean.obs.proven WHERE platform = 'A' AND (temp_qc_tests & 2) != 0")
                .size();
        assertThat(spikes).hasSize((int) flagged).isNotEmpty();
        assertThat(spikes).allSatisfy(row -> {
            assertThat(row.getString(5)).contains("\"fail_threshold\": 4", "\"suspect_threshold\": 2");
            assertThat(row.getString(6)).isEqualTo("{}");
        });
        assertThat(rows(WHICH + " WHERE o.platform = 'B' AND t.test = 'gross_range'"))
                .allSatisfy(row -> assertThat(row.getString(5)).contains("30").doesNotContain("suspect"));
        assertThat(rows("SELECT scope FROM ocean.catalog.qc_tests WHERE dataset = 'proven' ORDER BY bit").stream()
                        .map(row -> row.getString(0)))
                .containsExactly("{\"except_platforms\":[\"B\"]}", "{}", "{\"platforms\":[\"B\"]}");

        double values = sum("temp");
        runs.run(SPEC.formatted(5));
        assertThat(rows(WHICH + " WHERE t.test = 'spike'"))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.getString(5)).contains("\"fail_threshold\": 5"));
        assertThat(sum("temp")).isEqualTo(values);
    }
}
