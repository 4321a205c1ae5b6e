package dev.shoal.netcdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shoal.plan.Window;
import dev.shoal.testing.ObjectStore;
import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.DatasetCreationOptions;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.statistics.IOStatisticsSupport;
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

    private static final int ROWS = 12;

    @BeforeAll
    static void start() {
        store = ObjectStore.start(folder);
        bucket = store.s3Uri("archive");
    }

    @AfterAll
    static void stop() throws IOException {
        new org.apache.hadoop.fs.Path(bucket).getFileSystem(counted()).close();
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
    void readsASmallFileForAScanByOneRequest() throws IOException {
        Path path = TinyFiles.hdf5(folder, 2);
        String object = put(path);
        Map<String, Long> before = requests();

        WholeFile whole = WholeFile.read(object, Files.size(path), counted()).orElseThrow();
        try (ArrayFile file = whole.open()) {
            for (VariableHeader variable : file.header().variables()) {
                file.read(variable);
            }
        }

        assertThat(whole.digest()).isEqualTo(FileDigest.of(path.toString(), new Configuration()));
        assertThat(since(before)).isEqualTo(Map.of("action_http_get_request", 1L));
    }

    @Test
    void readsAListedFileWithoutAskingForItsLengthAndChunksTogether() throws IOException {
        Path path = scattered();
        String object = put(path);
        try (ArrayFile local = ArrayFiles.open(path.toString(), new Configuration())) {
            VariableHeader cells = local.header().variable("cells").orElseThrow();
            Window column = new Window(new long[] {0, 0}, new long[] {ROWS, 1});
            Map<String, Long> before = requests();
            try (ArrayFile remote = ArrayFiles.open(object, Files.size(path), counted())) {
                assertThat(remote.read(cells, column).values())
                        .isEqualTo(local.read(cells, column).values());
            }
            Map<String, Long> asked = since(before);
            assertThat(asked).containsOnlyKeys("action_http_get_request");
            assertThat(asked.get("action_http_get_request")).isLessThan(ROWS + 8L);
        }
    }

    /** Rows of two chunks of 200 kB, of which a column wants every second. */
    private static Path scattered() {
        Path path = folder.resolve("scattered.h5");
        int[][] cells = new int[ROWS][100_000];
        for (int row = 0; row < ROWS; row++) {
            java.util.Arrays.fill(cells[row], row);
        }
        try (WritableHdfFile file = HdfFile.write(path)) {
            file.putDataset(
                    "cells",
                    cells,
                    DatasetCreationOptions.builder().chunkDimensions(1, 50_000).build());
        }
        return path;
    }

    /** What the one file system of this configuration asked its server so far. */
    private static Map<String, Long> requests() throws IOException {
        FileSystem files = new org.apache.hadoop.fs.Path(bucket).getFileSystem(counted());
        Map<String, Long> counts = new TreeMap<>();
        IOStatisticsSupport.retrieveIOStatistics(files).counters().forEach((name, count) -> {
            if (name.startsWith("action_http_") && count > 0) {
                counts.put(name, count);
            }
        });
        return counts;
    }

    private static Configuration counted() {
        Configuration conf = store.hadoopConf();
        conf.setBoolean("fs.s3a.impl.disable.cache", false);
        return conf;
    }

    private static Map<String, Long> since(Map<String, Long> before) throws IOException {
        Map<String, Long> counts = requests();
        before.forEach((name, count) -> counts.merge(name, -count, Long::sum));
        counts.values().removeIf(count -> count == 0);
        return counts;
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
