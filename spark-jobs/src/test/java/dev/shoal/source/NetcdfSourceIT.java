package dev.shoal.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetcdfSourceIT extends SourceSession {

    private static final int CELLS = GridFiles.STEPS * GridFiles.LEVELS * GridFiles.ROWS * GridFiles.COLUMNS;

    private Path archive = folder.resolve("archive");

    @BeforeEach
    void writeArchive() throws IOException {
        if (!Files.exists(archive)) {
            Files.createDirectories(archive);
            for (int day = 0; day < 12; day += GridFiles.STEPS) {
                GridFiles.regular(archive, day);
            }
        }
        spark().sql("CREATE OR REPLACE TEMPORARY VIEW sea USING netcdf OPTIONS (path '" + archive + "')");
    }

    @Test
    void namesColumnsByCoordinatesAndVariables() {
        assertThat(netcdf(archive).schema().toDDL())
                .isEqualTo(
                        "time TIMESTAMP,depth DOUBLE COMMENT 'm',lat DOUBLE COMMENT 'degrees_north',"
                                + "lon DOUBLE COMMENT 'degrees_east',sst FLOAT COMMENT 'degree_Celsius',chl DOUBLE,flag TINYINT");
    }

    @Test
    void givesEveryCellItsValueAndItsPlace() {
        List<Row> expected = new ArrayList<>();
        double[] depths = {0, 10, 50};
        for (int i = 0; i < 3 * CELLS; i++) {
            int column = i % GridFiles.COLUMNS;
            int row = i / GridFiles.COLUMNS % GridFiles.ROWS;
            int level = i / GridFiles.COLUMNS / GridFiles.ROWS % GridFiles.LEVELS;
            int day = i / GridFiles.COLUMNS / GridFiles.ROWS / GridFiles.LEVELS;
            float sst = GridFiles.sst(day, level, row, column);
            expected.add(RowFactory.create(
                    Timestamp.from(Instant.parse("2020-01-01T00:00:00Z").plusSeconds(86_400L * day)),
                    depths[level],
                    -40.0 + row,
                    100.0 + column,
                    Float.isNaN(sst) ? null : sst,
                    column == 0 ? null : (row + column) * 0.5,
                    (byte) (row == 0 ? 4 : 1)));
        }
        Dataset<Row> rows = netcdf(archive);
        assertDataFrameNoOrderEquals(spark().createDataFrame(expected, rows.schema()), rows);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lat = -35                                              | 3 | 720",
                "lat > -33 AND lat <= -32                               | 3 | 720",
                "lat BETWEEN -35 AND -34                                | 3 | 1440",
                "lon IN (100, 104, 119)                                 | 3 | 1080",
                "depth >= 50                                            | 3 | 2400",
                "time = TIMESTAMP '2020-01-06'                          | 1 | 600",
                "time >= '2020-01-04' AND time < '2020-01-06'           | 2 | 1200",
                "time IN (TIMESTAMP '2020-01-01', TIMESTAMP '2020-01-12') | 2 | 1200",
                "time = '2020-01-06' AND lat = -35 AND lon = 101 AND depth = 10 | 1 | 1",
                "lat = -35 OR lat = -31                                 | 3 | 1440",
                "lat < -100                                             | 0 | 0",
                "time > '2021-01-01'                                    | 0 | 0",
                "-35 = lat                                              | 3 | 720",
                "lat = -35 OR sst > 5000                                | 3 | 7200",
                "lat = -35.5                                            | 0 | 0"
            })
    void readsOnlyWhatTheFilterLeaves(String filter, long files, long cells) {
        Dataset<Row> rows = spark().sql("SELECT time, depth, lat, lon, sst FROM sea WHERE " + filter);
        Dataset<Row> all = spark().sql("SELECT time, depth, lat, lon, sst FROM sea");
        assertSameRows(local(all).filter(filter), rows);
        assertThat(counted(rows, ScanMetric.VALUES)).as("values").isEqualTo(cells);
        assertThat(counted(rows, ScanMetric.ROWS)).as("rows").isEqualTo(cells);
        assertThat(explain(rows)).contains("files: " + files + "/3, cells: " + cells + "/7200");
    }

    @Test
    void saysInThePlanWhatWasPushed() {
        Dataset<Row> rows = spark().sql("SELECT sst FROM sea WHERE lat = -35 AND sst > 1");
        assertThat(explain(rows))
                .contains(
                        "pushed filters: [lat IS NOT NULL, lat = -35.0]",
                        "files: 3/3, cells: 720/7200",
                        "ColumnarToRow",
                        "Filter (isnotnull(sst");
    }

    @Test
    void readsCoordinatesWithoutReadingAVariable() {
        Dataset<Row> rows = spark().sql("SELECT lat, lon FROM sea");
        assertThat(rows.count()).isEqualTo(3L * CELLS);
        Dataset<Row> places = netcdf(archive).select("lat", "_file").distinct();
        assertThat(places.count()).isEqualTo(3L * GridFiles.ROWS);
        assertThat(rows.toLocalIterator()).toIterable().hasSize(3 * CELLS);
        assertThat(counted(rows, ScanMetric.VALUES)).isZero();
    }

    @Test
    void namesTheFileOfARow() {
        List<Row> files = spark().sql("SELECT DISTINCT _file FROM ocean.netcdf.`" + archive
                        + "` WHERE time >= '2020-01-05' ORDER BY 1")
                .collectAsList();
        assertThat(files)
                .extracting(row -> row.getString(0))
                .allMatch(name -> name.startsWith("file:"))
                .hasSize(2);
        assertThat(spark().sql("SELECT * FROM sea").columns()).doesNotContain("_file");
    }

    @Test
    void takesVariablesOfAnotherShapeByName() {
        Dataset<Row> mask =
                spark().read().format("netcdf").option("variables", "mask").load(archive.toString());
        assertThat(mask.columns()).containsExactly("lat", "lon", "mask");
        assertThat(mask.count()).isEqualTo(3L * GridFiles.ROWS * GridFiles.COLUMNS);
        assertThatThrownBy(() -> spark().read()
                        .format("netcdf")
                        .option("variables", "sst, mask")
                        .load(archive.toString()))
                .hasMessageContaining("Cannot read variable mask of ")
                .hasMessageContaining("beside sst: its axes are [lat, lon]")
                .hasMessageContaining("option variables");
        assertThatThrownBy(() -> spark().read()
                        .format("netcdf")
                        .option("variable", "sss")
                        .load(archive.toString()))
                .hasMessageContaining("Cannot read variable sss of ")
                .hasMessageContaining("found only mask, sst, chl, flag on a grid");
    }

    @Test
    void readsSeveralPathsAndGlobs() {
        assertThat(netcdf(archive.resolve("day-000.nc"), archive.resolve("day-008.nc"))
                        .count())
                .isEqualTo(2L * CELLS);
        assertThat(netcdf(archive.resolve("day-00[04].nc")).count()).isEqualTo(2L * CELLS);
    }

    @Test
    void refusesWhatIsNotThere() {
        assertThatThrownBy(() -> netcdf(archive.resolve("none-*.nc")))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("none-*.nc': found nothing there, expected");
        assertThatThrownBy(() -> spark().read().format("netcdf").load())
                .hasMessage(
                        "Cannot read netcdf: found no path, expected one. Give it to load(...), or as OPTIONS (path '...').");
        assertThatThrownBy(() ->
                        spark().read().format("netcdf").option("as", "rows").load(archive.toString()))
                .hasMessage("Cannot read netcdf as 'rows': expected as 'cells', 'observations' or 'chunks'.");
    }

    @Test
    void refusesAFileThatDoesNotFit() throws IOException {
        Path mixed = Files.createDirectories(folder.resolve("mixed"));
        GridFiles.regular(mixed, 0);
        GridFiles.regular(mixed, 4, "K");
        Dataset<Row> rows =
                spark().read().format("netcdf").option("mergeSchema", "first").load(mixed.toString());
        assertThatThrownBy(() -> rows.select("sst").first())
                .hasMessageContaining("Cannot read variable sst of ")
                .hasMessageContaining("day-004.nc in this table: its units are 'K', the table's are 'degree_Celsius'."
                        + " Leave the file out");
        assertThat(rows.select("chl").count()).isEqualTo(2L * CELLS);
    }

    @Test
    void readsTwoDimensionalCoordinatesByTheirBox() throws IOException {
        Path model = GridFiles.curvilinear(folder);
        Dataset<Row> rows = netcdf(model);
        assertThat(rows.columns()).containsExactly("time", "lat", "lon", "zos");
        String filter = "lat BETWEEN 52 AND 54 AND lon < -6";
        Dataset<Row> box = rows.filter(filter);
        assertSameRows(local(rows).filter(filter), box);
        assertThat(box.count()).isPositive();
        assertThat(counted(box, ScanMetric.VALUES)).isLessThan(GridFiles.ROWS * GridFiles.COLUMNS / 4L);
    }

    @Test
    void opensManyFilesInAJob() throws IOException {
        Path many = Files.createDirectories(folder.resolve("many"));
        for (int file = 0; file <= 32; file++) {
            GridFiles.regular(many, file * GridFiles.STEPS);
        }
        Dataset<Row> rows =
                netcdf(many).filter("time < '2020-01-10' AND lat = -40").select("sst");
        assertThat(rows.count()).isEqualTo(9L * GridFiles.LEVELS * GridFiles.COLUMNS);
        assertThat(explain(rows)).contains("files: 3/33");
    }

    @Test
    void fetchesNoBytesOfVariablesThatAreNotAsked() throws IOException {
        String table = "ocean.netcdf.`" + GridFiles.wide(folder) + "`";
        long variable = 4L * GridFiles.WIDE * GridFiles.WIDE;
        assertThat(bytesOf("SELECT sum(lat) FROM " + table)).isLessThan(variable / 2);
        assertThat(bytesOf("SELECT sum(a) FROM " + table)).isBetween(variable, 2 * variable - 1);
        assertThat(bytesOf("SELECT sum(a), sum(b) FROM " + table)).isGreaterThan(2 * variable);
        assertThat(bytesOf("SELECT sum(b) FROM " + table + " WHERE lat BETWEEN 10 AND 11"))
                .isLessThan(variable / 2);
    }

    private long bytesOf(String query) {
        Dataset<Row> rows = spark().sql(query);
        long before = bytesRead();
        rows.collectAsList();
        return bytesRead() - before;
    }
}
