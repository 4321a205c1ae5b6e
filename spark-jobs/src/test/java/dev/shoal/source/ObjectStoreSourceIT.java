package dev.shoal.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shoal.testing.ObjectStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.statistics.IOStatisticsSupport;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** Files in an S3 server as tables. */
class ObjectStoreSourceIT extends SourceSession {

    private static final int DAYS = 20;
    private static final List<String> COUNTED =
            List.of("action_http_get_request", "action_http_head_request", "object_list_request");

    @Test
    void readsFilesOfABucket() throws IOException {
        Configuration conf = spark().sparkContext().hadoopConfiguration();
        try (ObjectStore store = ObjectStore.start(Files.createDirectories(folder.resolve("objects")))) {
            Map<String, String> properties = store.hadoopProperties();
            properties.forEach(conf::set);
            String bucket = store.s3Uri("bucket");
            put(GridFiles.regular(folder, 0), bucket, conf);
            put(GridFiles.regular(folder, 4), bucket, conf);
            String count = "SELECT count(*) FROM ocean.netcdf.`%s` WHERE lat = -35 AND time >= '2020-01-04'";
            long expected = 5L * GridFiles.LEVELS * GridFiles.COLUMNS;
            for (String path : new String[] {bucket, bucket + "/year=2020", bucket + "/*/day-00?.nc"}) {
                assertThat(spark().sql(String.format(count, path)).first().getLong(0))
                        .as(path)
                        .isEqualTo(expected);
            }
            conf.set("fs.s3a.impl.disable.cache", "false");
            String counted = store.s3Uri("counted");
            putDays(counted, conf);
            readsOneDayOfMany(counted + "/days");
            conf.set("fs.s3a.impl.disable.cache", "true");
            assertThatThrownBy(() -> spark().sql(String.format(count, bucket + "/none")))
                    .hasMessageContaining(bucket + "/none': found nothing there");
            properties.keySet().forEach(conf::unset);
        }
    }

    private void putDays(String bucket, Configuration conf) throws IOException {
        Path days = Files.createDirectories(folder.resolve("days"));
        for (int day = 0; day < DAYS; day++) {
            SmallGrids.write(days, day, SmallGrids.Field.of("sst", "degC", day));
        }
        org.apache.hadoop.fs.Path target = new org.apache.hadoop.fs.Path(bucket + "/days");
        target.getFileSystem(conf).copyFromLocalFile(new org.apache.hadoop.fs.Path(days.toUri()), target);
    }

    private void readsOneDayOfMany(String path) throws IOException {
        long start = requests(path);
        Dataset<Row> sea = spark().read().format("netcdf").load(path);
        long headers = requests(path) - start;
        assertThat(headers).as("requests for %s headers", DAYS).isBetween((long) DAYS, 2L * DAYS + 5);
        Dataset<Row> rows =
                sea.where("time = TIMESTAMP '2020-01-08' AND lat = 41").select("sst");
        long before = requests(path);
        assertThat(rows.collectAsList())
                .extracting(row -> row.getFloat(0))
                .containsOnly(7f)
                .hasSize(4);
        assertThat(requests(path) - before).as("requests for the data of a day").isLessThan(12);
        assertThat(explain(rows))
                .contains("pushed filters: [time IS NOT NULL, lat IS NOT NULL, time = 1578441600000000, lat = 41.0]")
                .contains("files: 1/" + DAYS + ", cells: 4/" + DAYS * 12)
                .doesNotContain("Filter (");
        assertThat(counted(rows, ScanMetric.FILES)).isEqualTo(1);
        assertThat(counted(rows, ScanMetric.HEADERS)).isZero();
        long answered = requests(path);
        Dataset<Row> totals = sea.where("lat < 41").selectExpr("count(*)", "max(time)");
        assertThat(totals.first().toString()).isEqualTo("[" + DAYS * 4 + ",2020-01-20 00:00:00.0]");
        assertThat(explain(totals)).contains("LocalTableScan");
        assertThat(requests(path) - answered).as("requests to list the files").isLessThan(8);
    }

    /** Returns the requests that the file system of a bucket has sent. */
    private long requests(String bucket) throws IOException {
        Configuration conf = spark().sparkContext().hadoopConfiguration();
        FileSystem files = new org.apache.hadoop.fs.Path(bucket).getFileSystem(conf);
        long requests = 0;
        for (Map.Entry<String, Long> counter :
                IOStatisticsSupport.retrieveIOStatistics(files).counters().entrySet()) {
            requests += COUNTED.contains(counter.getKey()) ? counter.getValue() : 0;
        }
        return requests;
    }

    private static void put(Path file, String bucket, Configuration conf) throws IOException {
        org.apache.hadoop.fs.Path target = new org.apache.hadoop.fs.Path(bucket + "/year=2020/" + file.getFileName());
        target.getFileSystem(conf).copyFromLocalFile(new org.apache.hadoop.fs.Path(file.toUri()), target);
    }
}
