package dev.shoal.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.holdenkarau.spark.testing.JavaDataFrameSuiteBase;
import dev.shoal.catalog.table.CatalogSettings;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.StorageStatistics;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.execution.SparkPlan;
import org.apache.spark.sql.execution.datasources.v2.BatchScanExec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A session of two cores with the catalogue {@code ocean} in a folder of the test class. */
abstract class SourceSession extends JavaDataFrameSuiteBase {

    /** Folder of the test class. */
    @TempDir
    static Path folder;

    @Override
    public boolean enableHiveSupport() {
        return false;
    }

    @Override
    public SparkConf conf() {
        SparkConf conf = super.conf()
                .set("spark.master", "local[2]")
                .set("spark.ui.enabled", "false")
                .set("spark.sql.session.timeZone", "UTC")
                .set("spark.sql.shuffle.partitions", "2")
                .set("spark.sql.adaptive.enabled", "false")
                .set("spark.sql.maxMetadataStringLength", "10000");
        CatalogSettings.embedded("ocean", OceanCatalog.class.getName(), folder)
                .sparkConf()
                .forEach(conf::set);
        return conf.set("spark.sql.extensions", "org.apache.iceberg.spark.extensions.IcebergSparkSessionExtensions");
    }

    @BeforeEach
    void startSession() {
        runBefore();
    }

    @AfterAll
    static void stopSession() {
        runAfterClass();
    }

    Dataset<Row> netcdf(Path... paths) {
        return spark().read()
                .format("netcdf")
                .load(List.of(paths).stream().map(Path::toString).toArray(String[]::new));
    }

    /** Returns the same rows without a source behind them. */
    Dataset<Row> local(Dataset<Row> rows) {
        return spark().createDataFrame(rows.collectAsList(), rows.schema());
    }

    /** Runs two queries and compares their rows, in any order. */
    static void assertSameRows(Dataset<Row> expected, Dataset<Row> actual) {
        List<Row> read = actual.collectAsList();
        List<Row> wanted = expected.collectAsList();
        assertThat(new HashSet<>(read)).isEqualTo(new HashSet<>(wanted));
        assertThat(read).hasSameSizeAs(wanted);
    }

    /** Returns what a metric of the scan counted while the query ran. */
    static long counted(Dataset<Row> rows, ScanMetric metric) {
        BatchScanExec scan = scan(rows.queryExecution().executedPlan());
        return scan.metrics().get(metric.key()).get().value();
    }

    private static BatchScanExec scan(SparkPlan plan) {
        return (BatchScanExec) plan.collectLeaves().head();
    }

    static String explain(Dataset<Row> rows) {
        return rows.queryExecution().executedPlan().toString();
    }

    /** Returns the bytes that have been read from local files. */
    static long bytesRead() {
        StorageStatistics statistics = FileSystem.getGlobalStorageStatistics().get("file");
        Long bytes = statistics == null ? null : statistics.getLong("bytesRead");
        return bytes == null ? 0 : bytes;
    }
}
