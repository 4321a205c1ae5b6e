package dev.shoal.catalog.table;

import static org.assertj.core.api.Assertions.assertThat;

import com.holdenkarau.spark.testing.JavaDataFrameSuiteBase;
import dev.shoal.catalog.AppliedTest;
import dev.shoal.catalog.Box;
import dev.shoal.catalog.Footprint;
import dev.shoal.catalog.Samples;
import dev.shoal.catalog.TimeRange;
import dev.shoal.catalog.UnrunTest;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every table gives back the records it took, as records and as rows. */
class TableRowsIT extends JavaDataFrameSuiteBase {

    @TempDir
    static Path data;

    @BeforeEach
    void begin() {
        runBefore();
    }

    @AfterAll
    static void end() {
        runAfterClass();
    }

    @Override
    public boolean enableHiveSupport() {
        return false;
    }

    @Override
    public SparkConf conf() {
        SparkConf conf = super.conf().set("spark.ui.enabled", "false").set("spark.sql.shuffle.partitions", "2");
        CatalogSettings.embedded(CatalogTables.CATALOG, CatalogSettings.ICEBERG, data)
                .sparkConf()
                .forEach(conf::set);
        return conf;
    }

    @Test
    void inventory() {
        comesBack(InventoryTable.TABLE, List.of(Samples.entry("a", "1", "r1"), Samples.bareEntry("b")));
    }

    @Test
    void rejects() {
        comesBack(RejectsTable.TABLE, List.of(Samples.reject("a", "Cannot read a."), Samples.reject("b", "")));
    }

    @Test
    void datasets() {
        Footprint fiji = Footprint.of(new Box(175, -20, -175, -15));
        comesBack(
                DatasetsTable.TABLE,
                List.of(Samples.dataset("a", Optional.of(fiji)), Samples.dataset("b", Optional.empty())));
    }

    @Test
    void granules() {
        comesBack(
                GranulesTable.TABLE,
                List.of(
                        Samples.granule(
                                "d",
                                "a",
                                Optional.of(new Box(-1, -1, 1, 1)),
                                Optional.of(new TimeRange(-62_135_596_800_000_001L, 7))),
                        Samples.granule("d", "b", Optional.empty(), Optional.empty())));
    }

    @Test
    void runs() {
        comesBack(
                RunsTable.TABLE,
                List.of(Samples.run("a", OptionalLong.empty()), Samples.run("b", OptionalLong.of(Samples.NOW))));
    }

    @Test
    void appliedTests() {
        comesBack(
                QcTestsTable.TABLE,
                List.of(
                        new AppliedTest(
                                "r",
                                "d",
                                "temp",
                                0,
                                "spike",
                                "{}",
                                "{}",
                                List.of(),
                                List.of("q"),
                                "spike: off",
                                "h",
                                "1"),
                        new AppliedTest(
                                "r",
                                "d",
                                "temp",
                                31,
                                "gross_range",
                                "{\"a\": 1}",
                                "{}",
                                List.of("p", "q"),
                                List.of(),
                                "",
                                "h",
                                "1")));
    }

    @Test
    void unrunTests() {
        comesBack(
                QcUnrunTable.TABLE,
                List.of(
                        new UnrunTest("d", "p", "temp", "spike", 1, "a reason", 3, "s1", "r"),
                        new UnrunTest("d", "q", "temp", "spike", 1, "some reason", 1, "s2", "r")));
    }

    private <T> void comesBack(CatalogTable<T> table, List<T> values) {
        CatalogTables tables = CatalogTables.open(spark(), CatalogTables.CATALOG);
        Dataset<Row> given = tables.rows(table, values);
        tables.upsert(table, given);
        Dataset<Row> found =
                tables.read(table).orderBy(table.key().get(table.key().size() - 1));
        assertDataFrameDataEquals(given, found);
        assertThat(found.collectAsList().stream().map(table::value)).containsExactlyElementsOf(values);
    }
}
