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
        Path objects = folder.resolve("objects");
        GridFiles.regular(Files.createDirectories(objects.resolve("bucket/year=2020")), 0);
        GridFiles.regular(objects.resolve("bucket/year=2020"), 4);
        Configuration conf = spark().sparkContext().hadoopConfiguration();
        try (ObjectStore store = ObjectStore.start(objects)) {
            Map<String, String> properties = store.hadoopProperties();
            properties.forEach(conf::set);
            String bucket = store.s3Uri("bucket");
            String count = "SELECT count(*) FROM ocean.netcdf.`%s` WHERE lat = -35 AND time >= '2020-01-04'";
            long expected = 5L * GridFiles.LEVELS * GridFiles.COLUMNS;
            for (String path : new String[] {bucket, bucket + "/year=2020", bucket + "/*/day-00?.nc"}) {
                assertThat(spark().sql(String.format(count, path)).first().getLong(0))
                        .as(path)
                        .isEqualTo(expected);
            }
            assertThatThrownBy(() -> spark().sql(String.format(count, bucket + "/none")))
                    .hasMessageContaining(bucket + "/none': found nothing there.");
            properties.keySet().forEach(conf::unset);
        }
    }
}
