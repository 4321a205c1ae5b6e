package dev.shoal.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shoal.job.demo.DemoArchive;
import dev.shoal.job.demo.Scale;
import dev.shoal.stage.RunOutcome.Action;
import dev.shoal.testing.SharedSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Moorings judged by gridded fields that are linear, so that what is expected can be written down in SQL. */
class FieldsIT {

    private static final String MONTHS = "months since 1955-01-01 00:00:00";

    @TempDir
    private Path folder;

    private String spec() {
        return """
                qc:
                  fields-memory: 1 MB
                  fields:
                    woa_mean: {path: FOLDER/woa.nc, variable: t_an, method: linear, for: sea_water_temperature}
                    woa_std: {path: FOLDER/woa.nc, variable: t_sd}
                    woa_nsamples: {path: FOLDER/woa.nc, variable: t_dd, method: nearest}
                    sea_floor_depth: {path: FOLDER/etopo.nc, variable: z, factor: -1}
                  sea_water_temperature:
                    gridded_climatology: {mean: woa_mean, deviation: woa_std, suspect_deviations: 2, fail_deviations: 4}
                    sea_floor: {suspect_threshold: 0, fail_threshold: 5}
                    cotede_woa_normbias: {threshold: 2, min_samples: 3}
                """.replace("FOLDER", folder.toString());
    }

    /** Counts rows by hand-made expectations, in one query. */
    private static Row counts() {
        return SharedSpark.session().sql("""
                WITH judged AS (SELECT *, depth - (15 + (lon + 70)) AS below, abs(temp
                    - (25 - 0.3 * lat + 0.05 * (lon + 60) - 0.01 * depth + 0.5 * month(time))) / 1.5 AS k
                  FROM ocean.obs.with_fields WHERE temp IS NOT NULL)
                SELECT count_if(abs(k - 2) > 1e-3 AND (temp_qc_tests & 1 > 0) != (k > 2)) AS wrong_climatology,
                  count_if(abs(below) > 1e-3 AND (temp_qc_tests & 2 > 0) != (below > 0)) AS wrong_floor,
                  count_if(abs(k - 2) > 1e-3 AND (temp_qc_tests & 4 > 0) != (k > 2 AND lat < 52)) AS wrong_cotede,
                  count_if(k > 4.001 AND temp_qc != 4) AS not_failed,
                  count_if(temp_qc_tests & 7 = 7) AS by_all,
                  count_if(temp_qc_tests = 0 AND temp_qc = 1) AS good,
                  count_if(temp_qc_tests & 1 = 0) AS near
                FROM judged
                """).first();
    }

    @Test
    void mooringsAreJudgedByWhatTheFieldsAreAtTheirPlaces() throws IOException {
        DemoArchive.write(folder.resolve("demo"), 42, Scale.TINY);
        Path climatology = SmallFields.climatology(folder.resolve("woa.nc"), 0, MONTHS);
        SmallFields.elevations(folder.resolve("etopo.nc"));
        ArchiveRuns runs = new ArchiveRuns("with-fields", folder.resolve("demo/moorings"));
        assertThat(runs.run(spec()).action()).isEqualTo(Action.CREATED);
        String ofSalinity =
                "  sea_water_practical_salinity: {gridded_climatology: {mean: woa_meen, deviation: woa_std}}";
        assertThatThrownBy(() -> runs.run(spec() + ofSalinity))
                .hasMessage(
                        "Cannot judge psal by gridded_climatology: found no field and no variable 'woa_meen' for it."
                                + " Did you mean woa_mean? Declare it under qc.fields.");
        Row found = counts();
        for (String wrong : List.of("wrong_climatology", "wrong_floor", "wrong_cotede", "not_failed")) {
            assertThat(found.<Long>getAs(wrong)).as(wrong).isZero();
        }
        assertThat(found.<Long>getAs("by_all")).isPositive();
        assertThat(found.<Long>getAs("good")).isPositive();

        SmallFields.climatology(climatology, 100, MONTHS);
        Files.setLastModifiedTime(climatology, FileTime.fromMillis(1_600_000_000_000L));
        assertThat(runs.run(spec()).action()).isEqualTo(Action.JUDGED);
        assertThat(counts().<Long>getAs("near")).isZero();
    }
}
