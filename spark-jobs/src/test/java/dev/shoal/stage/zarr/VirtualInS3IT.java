package dev.shoal.stage.zarr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.ArrayFiles;
import dev.shoal.netcdf.Corpus;
import dev.shoal.netcdf.UnreadableException;
import dev.shoal.netcdf.VariableHeader;
import dev.shoal.stage.Progress;
import dev.shoal.testing.ObjectStore;
import dev.shoal.testing.SharedSpark;
import dev.shoal.zarr.ArrayStores;
import dev.shoal.zarr.virtual.Copying;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Virtual stores of objects in an S3 server, written there: an object that was replaced is seen by its tag. */
final class VirtualInS3IT {

    @TempDir
    Path folder;

    private ObjectStore objects;
    private Configuration shared;

    @BeforeEach
    void start() {
        objects = ObjectStore.start(folder);
        shared = SharedSpark.session().sparkContext().hadoopConfiguration();
        objects.hadoopProperties().forEach(shared::set);
        shared.unset("fs.s3a.impl.disable.cache"); // A bucket of no other test, of which one client does.
    }

    @AfterEach
    void stop() throws IOException {
        objects.hadoopProperties().keySet().forEach(shared::unset);
        objects.close();
    }

    @Test
    void everyKindOfReferencesRefusesAnObjectThatWasReplaced() throws Exception {
        String bucket = objects.s3Uri("virtual-stores");
        Path source = Corpus.path("gridded/fsspec__kerchunk/air.nc");
        byte[] bytes = Files.readAllBytes(source);
        put(bucket + "/air.nc", bytes);
        Map<String, VirtualRequest.Format> stores = Map.of(
                bucket + "/air.json", VirtualRequest.Format.JSON,
                bucket + "/air.parquet", VirtualRequest.Format.PARQUET,
                bucket + "/air.repo", VirtualRequest.Format.ICECHUNK);
        for (Map.Entry<String, VirtualRequest.Format> kind : stores.entrySet()) {
            String store = kind.getKey();
            VirtualRequest request = new VirtualRequest(
                    List.of(bucket + "/air.nc"),
                    store,
                    kind.getValue(),
                    "main",
                    "time",
                    List.of(),
                    Copying.REFUSE,
                    1000);
            new VirtualJob(SharedSpark.session(), request, Progress.NONE).run();
            requireSame(source, store);
        }
        bytes[bytes.length / 2] ^= 1;
        put(bucket + "/air.nc", bytes);

        for (String store : stores.keySet()) {
            try (ArrayFile file = ArrayStores.open(store, shared)) {
                VariableHeader air = file.header().variable("air").orElseThrow();
                assertThatThrownBy(() -> file.read(air))
                        .isInstanceOf(UnreadableException.class)
                        .hasMessageContaining("air.nc was changed since it was referenced")
                        .hasMessageContaining("tag");
            }
        }
    }

    private void put(String location, byte... bytes) throws IOException {
        org.apache.hadoop.fs.Path path = new org.apache.hadoop.fs.Path(location);
        try (OutputStream out = path.getFileSystem(shared).create(path, true)) {
            out.write(bytes);
        }
    }

    private void requireSame(Path source, String store) throws Exception {
        try (ArrayFile file = ArrayFiles.open(source.toString(), shared);
                ArrayFile found = ArrayStores.open(store, shared)) {
            for (VariableHeader variable : file.header().variables()) {
                assertThat(found.read(found.header().variable(variable.name()).orElseThrow())
                                .values())
                        .isEqualTo(file.read(variable).values());
            }
        }
    }
}
