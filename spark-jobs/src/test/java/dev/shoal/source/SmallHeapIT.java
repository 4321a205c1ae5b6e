package dev.shoal.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shoal.testing.OwnProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

/** Files that decode to more than a process has memory for. */
class SmallHeapIT extends SourceSession {

    private static final String HEAP = "-Xmx256m";

    /** Runs in a process of its own; prints what a query over every cell finds. */
    static final class Query {

        private Query() {}

        public static void main(String[] arguments) {
            SparkSession spark = SparkSession.builder()
                    .master("local[2]")
                    .config("spark.ui.enabled", "false")
                    .config("spark.driver.host", "localhost")
                    .config("spark.testing.memory", "536870912")
                    .getOrCreate();
            spark.read()
                    .format("netcdf")
                    .option("memoryBytes", "32m")
                    .load(arguments[0])
                    .createOrReplaceTempView("sea");
            for (String query : List.of(
                    "SELECT count(*), count(sst) FROM sea",
                    "SELECT count(*) FROM sea WHERE sst IS NULL AND time < '2000-01-05'")) {
                Dataset<Row> found = spark.sql(query);
                System.out.println(found.first());
            }
            spark.stop();
        }
    }

    @Test
    void twoGigabytesOfMissingValuesRunInAQuarterOfOne() throws IOException, InterruptedException {
        Path written = folder.resolve("written.nc");
        Path unwritten = folder.resolve("unwritten.nc");
        RealFiles.python("hollow.py", written.toString(), unwritten.toString());
        assertThat(written.toFile().length()).isLessThan(8L << 20);
        long cells = 512L * 1024 * 1024;
        for (Path path : List.of(written, unwritten)) {
            String output = OwnProcess.run(HEAP, Query.class, path.toString());
            assertThat(output).as(output).contains("[" + cells + ",0]", "[" + cells / 128 + "]");
        }
    }

    @Test
    void aBlockThatWasNeverWrittenCostsOneValue() throws IOException, InterruptedException {
        Path unwritten = folder.resolve("never.nc");
        RealFiles.python("hollow.py", folder.resolve("other.nc").toString(), unwritten.toString());
        Dataset<Row> days = netcdf(unwritten).where("time < TIMESTAMP '2000-01-03'");
        Dataset<Row> known = days.selectExpr("count(sst)", "count(*)");
        assertThat(known.collectAsList().get(0).toString()).isEqualTo("[0," + 2L * 1024 * 1024 + "]");
        assertThat(counted(known, ScanMetric.VALUES)).isEqualTo(2);
        assertThat(days.where("sst IS NULL AND lat < 1").count()).isEqualTo(2L * 13 * 1024);
    }
}
