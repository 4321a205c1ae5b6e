package dev.shoal.netcdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shoal.testing.ObjectStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** New files in an object store, and in a file system that they are renamed in. */
class NewFileIT {

    @TempDir
    static Path folder;

    private static ObjectStore store;
    private static String bucket;

    @BeforeAll
    static void start() {
        store = ObjectStore.start(folder);
        bucket = store.s3Uri("new");
    }

    @AfterAll
    static void stop() throws IOException {
        new org.apache.hadoop.fs.Path(bucket).getFileSystem(store.hadoopConf()).close();
        store.close();
    }

    private static String read(String location, Configuration conf) throws IOException {
        org.apache.hadoop.fs.Path path = new org.apache.hadoop.fs.Path(location);
        try (InputStream in = path.getFileSystem(conf).open(path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void assertWholeOrNotAtAll(String location, Configuration conf) throws IOException {
        NewFile.write(location, conf, out -> out.write("old".getBytes(StandardCharsets.UTF_8)));
        assertThatThrownBy(() -> NewFile.write(location, conf, out -> {
                    out.write(new byte[20 << 20]);
                    throw new IOException("the source is gone");
                }))
                .hasMessageContaining("the source is gone");
        assertThat(read(location, conf)).isEqualTo("old");
        NewFile.write(location, conf, out -> out.write("new".getBytes(StandardCharsets.UTF_8)));
        assertThat(read(location, conf)).isEqualTo("new");
        org.apache.hadoop.fs.Path path = new org.apache.hadoop.fs.Path(location);
        FileSystem system = path.getFileSystem(conf);
        assertThat(Arrays.stream(system.listStatus(path.getParent())).map(FileStatus::getPath))
                .hasSize(1);
    }

    @Test
    void anObjectIsWholeOrTheOneBefore() throws IOException {
        assertWholeOrNotAtAll(bucket + "/a/file.nc", store.hadoopConf());
    }

    @Test
    void aFileOfAnotherSystemIsRenamedInPlace() throws IOException {
        assertWholeOrNotAtAll(
                "viewfs://tests/b/file.nc",
                mounted(folder.resolve("mounted").toUri().toString()));
    }

    private static Configuration mounted(String target) {
        Configuration conf = new Configuration();
        conf.set("fs.viewfs.mounttable.tests.link./b", target);
        return conf;
    }

    @Test
    void aNetcdfFileGoesToAnObjectStore() throws IOException {
        VariableHeader variable = new VariableHeader(
                "v",
                ElementType.INT,
                List.of("x"),
                new long[] {3},
                Attributes.NONE,
                new Storage(true, new long[] {2}, List.of("shuffle", "deflate")));
        Header header =
                new Header(FileFormat.HDF5, List.of(new Dimension("x", 3, false)), List.of(variable), Attributes.NONE);
        try (NetcdfWriter writer = NetcdfWriter.create(header, 1, folder.resolve("scratch"))) {
            writer.put("v", new int[] {1, 2, 3});
            writer.publish(bucket + "/n/file.nc", store.hadoopConf());
        }
        try (ArrayFile file = ArrayFiles.open(bucket + "/n/file.nc", store.hadoopConf())) {
            assertThat(file.read(file.header().variables().get(0)).values()).isEqualTo(new int[] {1, 2, 3});
        }
    }
}
