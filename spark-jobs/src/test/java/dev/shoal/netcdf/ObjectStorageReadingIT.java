package dev.shoal.netcdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shoal.testing.ObjectStore;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ucar.nc2.write.NetcdfFileFormat;

class ObjectStorageReadingIT {

    @TempDir
    static Path folder;

    private static ObjectStore store;
    private static String bucket;

    @BeforeAll
    static void start() {
        store = ObjectStore.start(folder);
        bucket = store.s3Uri("archive");
    }

    @AfterAll
    static void stop() throws IOException {
        store.close();
    }

    @Test
    void readsTheSameFromAnObjectStoreAsFromAFolder() throws IOException {
        assertSame(TinyFiles.classic(folder, NetcdfFileFormat.NETCDF3, 1));
        assertSame(TinyFiles.hdf5(folder, 1));
    }

    private static String put(Path path) throws IOException {
        String object = bucket + "/" + path.getFileName();
        org.apache.hadoop.fs.Path target = new org.apache.hadoop.fs.Path(object);
        try (FileSystem files = target.getFileSystem(store.hadoopConf());
                OutputStream out = files.create(target)) {
            Files.copy(path, out);
        }
        return object;
    }

    private static void assertSame(Path path) throws IOException {
        String object = put(path);
        assertThat(FileDigest.of(object, store.hadoopConf()))
                .isEqualTo(FileDigest.of(path.toString(), new Configuration()));
        try (ArrayFile remote = ArrayFiles.open(object, store.hadoopConf());
                ArrayFile local = ArrayFiles.open(path.toString(), new Configuration())) {
            assertThat(remote.header()).usingRecursiveComparison().isEqualTo(local.header());
            for (VariableHeader variable : local.header().variables()) {
                assertThat(remote.read(variable).values())
                        .isEqualTo(local.read(variable).values());
            }
        }
    }

    @Test
    void namesAnObjectThatIsNotThere() {
        assertThatThrownBy(() -> ArrayFiles.open(bucket + "/none.nc", store.hadoopConf()))
                .isInstanceOf(UnreadableException.class)
                .hasMessage(
                        "Cannot read s3a://archive/none.nc: found no such file, expected a file. Correct the path.");
    }

    @Test
    void namesAnObjectThatMayNotBeRead() throws IOException {
        String object = put(Files.write(folder.resolve("locked.nc"), new byte[100]));

        assertThatThrownBy(() -> ArrayFiles.open(object, store.hadoopConfWithWrongSecret()))
                .isInstanceOf(UnreadableException.class)
                .hasMessageStartingWith("Cannot read s3a://archive/locked.nc: access is denied (")
                .hasMessageEndingWith("expected the right to read. Give the run credentials that may read it.");
    }
}
