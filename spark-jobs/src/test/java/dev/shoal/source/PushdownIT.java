package dev.shoal.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What of a query is answered, or spared, before a value is read. */
class PushdownIT extends SourceSession {

    private static final int FILES = 120;
    private static final long CELLS = (long) GridFiles.STEPS * GridFiles.LEVELS * GridFiles.ROWS * GridFiles.COLUMNS;

    private final Path archive = folder.resolve("archive");

    @BeforeEach
    void writeArchive() throws IOException {
        if (!Files.exists(archive)) {
            Files.createDirectories(archive);
            for (int file = 0; file < FILES; file++) {
                GridFiles.regular(archive, file * GridFiles.STEPS);
            }
        }
        spark().sql("CREATE OR REPLACE TEMPORARY VIEW sea USING netcdf OPTIONS (path '" + archive + "')");
    }

    @Test
    void opensTheDataOfOneFileForOneDay() {
        Dataset<Row> rows = spark().sql("SELECT sst FROM sea WHERE time = TIMESTAMP '2020-03-05' AND lat = -35");
        assertThat(rows.collectAsList()).hasSize(GridFiles.LEVELS * GridFiles.COLUMNS);
        assertThat(explain(rows)).contains("files: 1/120, cells: 60/288000").doesNotContain("Filter (");
        assertThat(counted(rows, ScanMetric.FILES)).isEqualTo(1);
        assertThat(counted(rows, ScanMetric.HEADERS)).isZero();
        assertThat(counted(rows, ScanMetric.VALUES)).isEqualTo(60);
    }

    /** Returns all rows from Spark's own memory: the column that is added keeps filters from the source. */
    private Dataset<Row> held() {
        return spark().sql("SELECT *, 1 AS held FROM sea").cache();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lat BETWEEN -35 AND -34.5                     | 120 | 28800",
                "lat IN (-35, -31, 7)                          | 120 | 57600",
                "lat = '-35'                                   | 120 | 28800",
                "lat = CAST(-35 AS DECIMAL(4, 1))              | 120 | 28800",
                "lat < CAST(-38.5 AS FLOAT)                    | 120 | 57600",
                "NOT lat = -35                                 | 120 | 259200",
                "lat NOT IN (-35, -34)                         | 120 | 230400",
                "NOT (lat > -38 OR lon > 101)                  | 120 | 8640",
                "(lat = -35 AND lon = 101) OR lat = -31        | 120 | 57600",
                "depth IS NOT NULL                             | 120 | 288000",
                "lon <=> 104                                   | 120 | 14400",
                "time >= DATE '2021-04-20'                     | 2   | 3000",
                "time < '2020-01-02 12:00:00'                  | 1   | 1200",
                "CAST(time AS DATE) = DATE '2020-03-05'        | 1   | 600",
                "CAST(time AS DATE) > DATE '2021-04-20'        | 1   | 2400",
                "year(time) = 2021                             | 29  | 68400",
                "year(time) < 2021 AND time > DATE '2020-12-30'| 1   | 600",
                "time IN (DATE '2020-01-01', DATE '2021-01-01')| 2   | 1200"
            })
    void boundsCoordinatesBy(String filter, long files, long cells) {
        Dataset<Row> rows = spark().sql("SELECT time, depth, lat, lon, chl FROM sea WHERE " + filter);
        long read = rows.collectAsList().size();
        assertThat(explain(rows)).contains("files: " + files + "/120, cells: " + cells + "/288000");
        assertThat(counted(rows, ScanMetric.FILES)).isEqualTo(files);
        assertThat(counted(rows, ScanMetric.VALUES)).isEqualTo(cells);
        assertThat(read).isEqualTo(held().where(filter).count());
    }

    @Test
    void readsTheFirstFilesForALimit() {
        Dataset<Row> rows = spark().sql("SELECT sst FROM sea LIMIT 2500");
        assertThat(rows.collectAsList()).hasSize(2500);
        assertThat(explain(rows)).contains("pushed limit: 2500, files: 2/120");
        Dataset<Row> bounded = spark().sql("SELECT sst FROM sea WHERE time > DATE '2021-01-01' LIMIT 5");
        assertThat(bounded.collectAsList()).hasSize(5);
        assertThat(explain(bounded)).contains("pushed limit: 5, files: 1/120");
        Dataset<Row> judged = spark().sql("SELECT sst FROM sea WHERE sst > 3 LIMIT 5");
        assertThat(judged.collectAsList()).hasSize(5);
        assertThat(explain(judged)).doesNotContain("pushed limit");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "count(*)                                 | true                                         | true",
                "count(1), min(time), max(time)           | lat > -36                                    | true",
                "count(*), min(lat), max(lat), max(depth) | time = DATE '2020-03-05' AND lat IN (-35, 3) | true",
                "min(lon), max(lon), count(*)             | lat > 80                                     | true",
                "count(sst)                               | true                                         | false",
                "count(*)                                 | sst > 100                                    | false",
                "count(*), avg(lat)                       | lat < -35                                    | false",
                "count(*)                                 | CAST(time AS DATE) = DATE '2020-03-05'       | true",
                "count(*)                                 | year(time) = 2020                            | false"
            })
    void answersTotalsFromCoordinates(String totals, String filter, boolean pushed) {
        Dataset<Row> rows = spark().sql("SELECT " + totals + " FROM sea WHERE " + filter);
        Dataset<Row> read = held().where(filter).selectExpr(totals.split(", "));
        assertThat(rows.collectAsList()).isEqualTo(read.collectAsList());
        assertThat(explain(rows).contains("LocalTableScan")).as(explain(rows)).isEqualTo(pushed);
        assertThat(explain(rows).contains("BatchScan")).isEqualTo(!pushed);
    }

    @Test
    void tellsThePlannerWhatIsRead() {
        spark().conf().set("spark.sql.cbo.enabled", "true");
        spark().conf().set("spark.sql.cbo.planStats.enabled", "true");
        Dataset<Row> rows = spark().sql("SELECT lat, sst FROM sea WHERE lat < -38.5");
        String costs =
                rows.queryExecution().explainString(org.apache.spark.sql.execution.ExplainMode.fromString("cost"));
        assertThat(costs).contains("rowCount=5.76E+4");
        assertThat(rows.queryExecution()
                        .optimizedPlan()
                        .stats()
                        .attributeStats()
                        .mkString())
                .contains("Some(-40.0)", "Some(-39.0)");
        spark().conf().unset("spark.sql.cbo.enabled");
        spark().conf().unset("spark.sql.cbo.planStats.enabled");
    }

    @Test
    void packsWholeFilesAndBlocksNearTheTarget() {
        Dataset<Row> rows =
                spark().read().format("netcdf").option("targetBytes", "10m").load(archive.toString());
        int tasks = rows.select("sst").rdd().getNumPartitions();
        assertThat(tasks).isBetween(FILES * 2 / 10, FILES * 2 / 5);
        assertThat(counted(read(rows.select("sst")), ScanMetric.VALUES)).isEqualTo(FILES * CELLS);
    }

    private static Dataset<Row> read(Dataset<Row> rows) {
        rows.collectAsList();
        return rows;
    }

    @Test
    void readsOnlyTheFilesThatAJoinWants() {
        Path events = folder.resolve("events");
        spark().sql("SELECT * FROM VALUES (TIMESTAMP '2020-03-05', 'a'), (TIMESTAMP '2020-07-01', 'b'),"
                        + " (TIMESTAMP '2020-07-01', 'z') AS t(time, event)")
                .write()
                .mode("overwrite")
                .parquet(events.toString());
        Dataset<Row> rows = spark().sql("SELECT event, count(sst) FROM sea JOIN parquet.`" + events
                + "` AS wanted ON sea.time = wanted.time WHERE event < 'c' GROUP BY event");
        assertThat(rows.collectAsList()).extracting(row -> row.getLong(1)).containsExactly(597L, 597L);
        assertThat(explain(rows)).contains("RuntimeFilters: [dynamicpruning");
        assertThat(counted(rows, ScanMetric.FILES)).isEqualTo(2);
        assertThat(counted(rows, ScanMetric.VALUES)).isEqualTo(1200);
    }
}
