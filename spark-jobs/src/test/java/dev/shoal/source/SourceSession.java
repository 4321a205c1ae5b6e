package dev.shoal.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.holdenkarau.spark.testing.JavaDataFrameSuiteBase;
import dev.shoal.testing.SharedSpark;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.StorageStatistics;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SQLContext;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.execution.SparkPlan;
import org.apache.spark.sql.execution.datasources.v2.BatchScanExec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/**
 * The shared Spark with settings of the test's own. What spark-testing-base would start for every class is not started:
 * its comparisons are used.
 */
abstract class SourceSession extends JavaDataFrameSuiteBase {

    /** Folder of the test class. */
    @TempDir
    static Path folder;

    private final SparkSession session = SharedSpark.session().newSession();

    @Override
    public SparkSession spark() {
        return session;
    }

    @Override
    public SQLContext sqlContext() {
        return session.sqlContext();
    }

    @BeforeEach
    void showWholePlans() {
        session.conf().set("spark.sql.maxMetadataStringLength", "10000");
        session.conf().set("spark.sql.adaptive.enabled", "false");
        SparkSession.setActiveSession(session);
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
        scala.collection.Iterator<SparkPlan> leaves = plan.collectLeaves().iterator();
        while (leaves.hasNext()) {
            if (leaves.next() instanceof BatchScanExec scan) {
                return scan;
            }
        }
        throw new AssertionError("found no scan in " + plan);
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
