package dev.shoal.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shoal.catalog.table.CatalogTables;
import dev.shoal.catalog.table.InventoryTable;
import dev.shoal.source.SmallGrids.Field;
import dev.shoal.stage.FileEntry;
import dev.shoal.stage.Progress;
import dev.shoal.stage.ScanStage;
import dev.shoal.testing.SharedSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The catalogue's inventory spares opening files. */
class InventoryIT extends SourceSession {

    private static final int FILES = 40;
    private static final long CELLS = (long) SmallGrids.ROWS * SmallGrids.COLUMNS;

    private final Path archive = folder.resolve("archive");

    @BeforeEach
    void scanArchive() throws IOException {
        if (Files.exists(archive)) {
            return;
        }
        Files.createDirectories(archive);
        for (int day = 0; day < FILES; day++) {
            SmallGrids.write(archive, day, Field.of("sst", "degC", day));
        }
        List<FileEntry> files = FileEntry.list(
                List.of(archive.toString()), spark().sparkContext().hadoopConfiguration());
        Dataset<Row> scan = new ScanStage(SharedSpark.session(), "inventory-test", 0, Progress.NONE).scan(files);
        CatalogTables.open(SharedSpark.session(), CatalogTables.CATALOG)
                .upsert(InventoryTable.TABLE, ScanStage.inventory(scan));
    }

    private Dataset<Row> sea(String... options) {
        org.apache.spark.sql.DataFrameReader reader =
                spark().read().format("netcdf").option("mergeSchema", "first");
        for (int i = 0; i < options.length; i += 2) {
            reader = reader.option(options[i], options[i + 1]);
        }
        return reader.load(archive.toString());
    }

    private static void assertOpened(Dataset<Row> rows, long headers, long excluded) {
        assertThat(counted(rows, ScanMetric.HEADERS)).as("headers").isEqualTo(headers);
        assertThat(counted(rows, ScanMetric.EXCLUDED)).as("excluded").isEqualTo(excluded);
    }

    @Test
    void opensOnlyTheFileOfADay() {
        Dataset<Row> rows = sea().where("time = DATE '2020-01-21'").select("sst");
        assertThat(rows.collectAsList())
                .extracting(row -> row.getFloat(0))
                .containsOnly(20f)
                .hasSize((int) CELLS);
        assertThat(explain(rows)).contains("files: 1/40, excluded by the inventory: 39, cells: 12/12");
        assertOpened(rows, 1, 39);
        assertThat(counted(rows, ScanMetric.FILES)).isEqualTo(1);
    }

    @Test
    void sparesHeadersOfAPathInSqlWhereTheFirstFileDecides() {
        spark().conf().set("spark.shoal.source.mergeSchema", "first");
        Dataset<Row> rows =
                spark().sql("SELECT sst FROM ocean.netcdf.`" + archive + "` WHERE time = DATE '2020-01-26'");
        assertThat(rows.collectAsList()).hasSize((int) CELLS);
        assertThat(explain(rows)).contains("excluded by the inventory: 39");
        assertOpened(rows, 1, 39);
        spark().conf().unset("spark.shoal.source.mergeSchema");
    }

    @Test
    void excludesByPlace() {
        Dataset<Row> rows = sea().where("lat > 42.5").select("sst");
        assertThat(rows.collectAsList()).isEmpty();
        assertOpened(rows, 0, 40);
        Dataset<Row> east = sea().where("lon BETWEEN 10 AND 20").select("sst");
        assertThat(east.collectAsList()).isEmpty();
        assertOpened(east, 0, 40);
        Dataset<Row> edge = sea().where("lat >= 42 AND lon <= -20").select("sst");
        assertThat(edge.collectAsList()).hasSize(FILES);
        assertOpened(edge, 39, 0);
    }

    @Test
    void doesNotTrustARowOfAnotherState() throws IOException {
        Path changed = archive.resolve("day-005.nc");
        FileTime before = Files.getLastModifiedTime(changed);
        Files.setLastModifiedTime(changed, FileTime.fromMillis(before.toMillis() + 5000));
        Dataset<Row> rows = sea().where("time = DATE '2020-01-21'").select("sst");
        assertThat(rows.collectAsList()).hasSize((int) CELLS);
        assertOpened(rows, 2, 38);
        Files.setLastModifiedTime(changed, before);
    }

    @Test
    void isLeftAsideWhereAskedTo() {
        Dataset<Row> rows =
                sea("inventory", "none").where("time = DATE '2020-01-21'").select("sst");
        assertThat(rows.collectAsList()).hasSize((int) CELLS);
        assertOpened(rows, 39, 0);
        assertThatThrownBy(() -> sea("inventory", "ocean.catalog.inventroy")
                        .where("time = DATE '2020-01-21'")
                        .collectAsList())
                .hasMessageContaining("Cannot read the inventory ocean.catalog.inventroy: found no such table.");
    }

    @Test
    void answersCountsOfADayWithoutOpeningOthers() {
        Dataset<Row> rows = sea().where("time >= DATE '2020-02-08'").selectExpr("count(*)", "min(time)");
        assertThat(rows.first().toString()).isEqualTo("[24,2020-02-08 00:00:00.0]");
        assertThat(explain(rows)).contains("LocalTableScan");
    }
}
