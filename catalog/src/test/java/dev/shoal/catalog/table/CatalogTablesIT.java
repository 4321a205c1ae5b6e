package dev.shoal.catalog.table;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shoal.catalog.InventoryEntry;
import dev.shoal.catalog.Reject;
import dev.shoal.catalog.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.util.LongAccumulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CatalogTablesIT {

    @RegisterExtension
    static final CatalogSession CATALOG = new CatalogSession();

    @Test
    void opensTwiceAndDescribesItsColumns() {
        CatalogTables tables = CATALOG.tables();
        assertThat(CATALOG.tables().read(InventoryTable.TABLE).schema()).isEqualTo(InventoryTable.SCHEMA);
        for (CatalogTable<?> table : CatalogTable.all()) {
            assertThat(tables.read(table).schema()).isEqualTo(table.schema());
        }
        String properties = CATALOG.spark()
                .sql("SHOW TBLPROPERTIES " + tables.identifier(GranulesTable.TABLE))
                .collectAsList()
                .toString();
        assertThat(properties)
                .contains("[format-version,2]", "[commit.retry.num-retries,20]", "[sort-order,time_first ASC");
    }

    @Test
    void registeringTwiceMakesNoSnapshot() {
        CatalogTables tables = CATALOG.tables();
        Dataset<Row> rows = onExecutors(1000, "twice", "r1");
        long before = CATALOG.snapshots(InventoryTable.TABLE);
        assertThat(tables.upsert(InventoryTable.TABLE, rows)).isEqualTo(1000);
        assertThat(tables.upsert(InventoryTable.TABLE, rows)).isZero();
        assertThat(CATALOG.snapshots(InventoryTable.TABLE)).isEqualTo(before + 1);
    }

    @Test
    void anotherRunWithTheSameContentChangesNothing() {
        CatalogTables tables = CATALOG.tables();
        tables.upsert(InventoryTable.TABLE, onExecutors(10, "again", "r1"));
        assertThat(tables.upsert(InventoryTable.TABLE, onExecutors(10, "again", "r2")))
                .isZero();
        assertThat(entries(tables, "again")).allMatch(entry -> entry.run().equals("r1"));
    }

    @Test
    void writesOnlyWhatIsNewOrDiffers() {
        CatalogTables tables = CATALOG.tables();
        List<InventoryEntry> first = List.of(
                Samples.entry("differ/a", "1", "r1"),
                Samples.entry("differ/b", "1", "r1"),
                Samples.bareEntry("differ/c"));
        List<InventoryEntry> second = List.of(
                Samples.entry("differ/a", "1", "r2"),
                Samples.entry("differ/b", "2", "r2"),
                Samples.entry("differ/c", "1", "r2"),
                Samples.entry("differ/d", "1", "r2"));
        assertThat(tables.upsert(InventoryTable.TABLE, first)).isEqualTo(3);
        assertThat(tables.upsert(InventoryTable.TABLE, second)).isEqualTo(3);
        assertThat(entries(tables, "differ"))
                .containsExactlyInAnyOrder(first.get(0), second.get(1), second.get(2), second.get(3));
    }

    @Test
    void endsARunThatHasBegun() {
        CatalogTables tables = CATALOG.tables();
        tables.upsert(RunsTable.TABLE, List.of(Samples.run("run-1", OptionalLong.empty())));
        tables.upsert(RunsTable.TABLE, List.of(Samples.run("run-1", OptionalLong.of(Samples.NOW + 1))));
        List<Row> rows = tables.read(RunsTable.TABLE).collectAsList();
        assertThat(rows).hasSize(1);
        assertThat(RunsTable.TABLE.value(rows.get(0)))
                .isEqualTo(Samples.run("run-1", OptionalLong.of(Samples.NOW + 1)));
    }

    @Test
    void removesByKeyAndOnlyWhatIsThere() {
        CatalogTables tables = CATALOG.tables();
        List<Reject> rejects = List.of(Samples.reject("a", "Cannot read a."), Samples.reject("b", "Cannot read b."));
        tables.upsert(RejectsTable.TABLE, rejects);
        Dataset<Row> mended = tables.rows(RejectsTable.TABLE, rejects.subList(0, 1));
        assertThat(tables.remove(RejectsTable.TABLE, mended)).isEqualTo(1);
        long snapshots = CATALOG.snapshots(RejectsTable.TABLE);
        assertThat(tables.remove(RejectsTable.TABLE, mended)).isZero();
        assertThat(CATALOG.snapshots(RejectsTable.TABLE)).isEqualTo(snapshots);
        assertThat(tables.read(RejectsTable.TABLE).collectAsList().stream().map(RejectsTable.TABLE::value))
                .containsExactly(rejects.get(1));
    }

    @Test
    void refusesTwoRowsOfOneKeyAndWritesNothing() {
        CatalogTables tables = CATALOG.tables();
        List<InventoryEntry> entries = List.of(
                Samples.entry("repeated", "1", "r1"),
                Samples.entry("single", "1", "r1"),
                Samples.entry("repeated", "2", "r1"));
        assertThatThrownBy(() -> tables.upsert(InventoryTable.TABLE, entries))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Cannot register in ocean.catalog.inventory: [path] = [repeated] comes 2 times,"
                        + " expected once. Give each key one row.");
        assertThat(entries(tables, "single")).isEmpty();
    }

    @Test
    void refusesASecondRowBesideOneThatIsThere() {
        CatalogTables tables = CATALOG.tables();
        InventoryEntry there = Samples.entry("beside", "1", "r1");
        tables.upsert(InventoryTable.TABLE, List.of(there));
        assertThatThrownBy(
                        () -> tables.upsert(InventoryTable.TABLE, List.of(there, Samples.entry("beside", "2", "r2"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[path] = [beside] comes 2 times");
        assertThat(entries(tables, "beside")).containsExactly(there);
    }

    @Test
    void makesRowsOnce() {
        LongAccumulator made = CATALOG.spark().sparkContext().longAccumulator();
        Dataset<Row> rows = onExecutors(100, "once", "r1")
                .map(
                        (MapFunction<Row, Row>) row -> {
                            made.add(1);
                            return row;
                        },
                        InventoryTable.TABLE.encoder());
        CATALOG.tables().upsert(InventoryTable.TABLE, rows);
        assertThat(made.value()).isEqualTo(100);
    }

    @Test
    void refusesOtherColumns() {
        CatalogTables tables = CATALOG.tables();
        Dataset<Row> rows = CATALOG.spark().range(1).select(col("id"), lit("x").as("dataset"));
        assertThatThrownBy(() -> tables.upsert(RunsTable.TABLE, rows))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Cannot register in ocean.catalog.runs: found the columns [id bigint, dataset"
                        + " string], expected [id string, dataset string, spec string,")
                .hasMessageEndingWith("Make the rows with the row and encoder of the table.");
    }

    /** Makes rows inside tasks, as a scan does. */
    private static Dataset<Row> onExecutors(int count, String folder, String run) {
        MapPartitionsFunction<Long, Row> scan = ids -> {
            List<Row> rows = new ArrayList<>();
            ids.forEachRemaining(id -> rows.add(InventoryTable.TABLE.row(Samples.entry(folder + "/" + id, "1", run))));
            return rows.iterator();
        };
        return CATALOG.spark()
                .range(0, count, 1, 8)
                .as(Encoders.LONG())
                .mapPartitions(scan, InventoryTable.TABLE.encoder());
    }

    private static List<InventoryEntry> entries(CatalogTables tables, String prefix) {
        return tables.read(InventoryTable.TABLE).where(col("path").startsWith(prefix)).collectAsList().stream()
                .map(InventoryTable.TABLE::value)
                .toList();
    }
}
