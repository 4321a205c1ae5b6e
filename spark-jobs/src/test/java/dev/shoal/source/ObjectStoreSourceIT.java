package dev.shoal.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shoal.testing.ObjectStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;

/** Files in an S3 server as tables. */
class ObjectStoreSourceIT extends SourceSession {

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
            assertThatThrownBy(() -> spark().sql(String.format(count, bucket + "/none")))
                    .hasMessageContaining(bucket + "/none': found nothing there");
            properties.keySet().forEach(conf::unset);
        }
    }

    private static void put(Path file, String bucket, Configuration conf) throws IOException {
        org.apache.hadoop.fs.Path target = new org.apache.hadoop.fs.Path(bucket + "/year=2020/" + file.getFileName());
        target.getFileSystem(conf).copyFromLocalFile(new org.apache.hadoop.fs.Path(file.toUri()), target);
    }
}
