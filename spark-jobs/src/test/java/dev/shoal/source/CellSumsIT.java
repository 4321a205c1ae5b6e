package dev.shoal.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Aggregates that tasks reckon of their cells equal those that Spark reckons of all rows. */
class CellSumsIT extends SourceSession {

    private static Path archive = folder;

    @BeforeAll
    static void writeArchive() throws IOException {
        archive = Files.createDirectories(folder.resolve("archive"));
        for (int day = 0; day < 12; day += GridFiles.STEPS) {
            GridFiles.regular(archive, day);
        }
    }

    @AfterEach
    void backToUtc() {
        spark().conf().unset("spark.sql.session.timeZone");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT sum(sst), avg(chl), count(sst), count(*), min(sst), max(sst), min(chl) FROM %s",
                "SELECT date(time), sum(sst), avg(sst), avg(chl) FROM %s GROUP BY 1",
                "SELECT time, depth, max(sst), count(chl) FROM %s GROUP BY 1, 2",
                "SELECT year(time), month(time), avg(sst) FROM %s GROUP BY 1, 2",
                "SELECT depth, sum(sst) FROM %s WHERE lat < -33 AND lon >= 105 GROUP BY depth",
                "SELECT date(time), avg(sst) FROM %s WHERE time >= '2020-01-05' GROUP BY 1",
                "SELECT avg(sst) FROM %s WHERE lat > 80"
            })
    void tasksReckonWhatSparkReckons(String query) {
        spark().conf().set("spark.sql.session.timeZone", "America/St_Johns");
        netcdf(archive).createOrReplaceTempView("sea");
        local(netcdf(archive)).createOrReplaceTempView("held");
        Dataset<Row> pushed = spark().sql(String.format(query, "sea"));
        assertThat(explain(pushed)).contains("pushed aggregates: [");
        assertSameSums(spark().sql(String.format(query, "held")), pushed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT sum(sst) FROM sea WHERE sst > 10",
                "SELECT lat, avg(sst) FROM sea GROUP BY lat",
                "SELECT sum(DISTINCT sst) FROM sea",
                "SELECT sum(sst + chl) FROM sea",
                "SELECT sum(flag) FROM sea"
            })
    void leavesToSparkWhatTasksCannotReckon(String query) {
        netcdf(archive).createOrReplaceTempView("sea");
        Dataset<Row> rows = spark().sql(query);
        assertThat(explain(rows)).doesNotContain("pushed aggregates");
        local(netcdf(archive)).createOrReplaceTempView("sea");
        assertSameSums(spark().sql(query), rows);
    }

    @Test
    void groupsByModelDaysOfACalendarWithoutTimestamps() throws IOException {
        Path holed = OddGrids.holed(folder);
        netcdf(holed).createOrReplaceTempView("sea");
        local(netcdf(holed)).createOrReplaceTempView("held");
        assertThat(netcdf(holed).schema().apply("time").toDDL())
                .isEqualTo("time DOUBLE COMMENT 'days since 2000-01-01 (360_day)'");
        String query = "SELECT time, sum(sst), count(*) FROM %s GROUP BY time";
        Dataset<Row> pushed = spark().sql(String.format(query, "sea"));
        assertThat(explain(pushed)).contains("pushed aggregates: [SUM(sst), COUNT(*)] by [time]");
        assertSameSums(spark().sql(String.format(query, "held")), pushed);
    }

    private static void assertSameSums(Dataset<Row> expected, Dataset<Row> actual) {
        Map<String, Row> wanted = byKey(expected);
        Map<String, Row> found = byKey(actual);
        assertThat(found.keySet()).isEqualTo(wanted.keySet());
        wanted.forEach((key, row) -> {
            Row own = Objects.requireNonNull(found.get(key), key);
            for (int i = 0; i < row.size(); i++) {
                if (row.get(i) instanceof Double number) {
                    assertThat(java.util.Objects.requireNonNull(found.get(key)).getDouble(i))
                            .isCloseTo(number, within(1e-9 * Math.abs(number)));
                } else {
                    assertThat(java.util.Objects.requireNonNull(found.get(key)).get(i))
                            .isEqualTo(row.get(i));
                }
            }
        });
    }

    private static Map<String, Row> byKey(Dataset<Row> rows) {
        Map<String, Row> byKey = new HashMap<>();
        List<String> names = List.of(rows.columns()).stream()
                .filter(name -> !name.contains("("))
                .toList();
        for (Row row : rows.collectAsList()) {
            StringBuilder key = new StringBuilder();
            for (int i = 0; i < row.size(); i++) {
                boolean isKey = names.contains(row.schema().fieldNames()[i])
                        || row.get(i) instanceof java.sql.Date
                        || row.get(i) instanceof Integer;
                key.append(isKey ? row.get(i) : "").append('|');
            }
            byKey.put(key.toString(), row);
        }
        return byKey;
    }
}
