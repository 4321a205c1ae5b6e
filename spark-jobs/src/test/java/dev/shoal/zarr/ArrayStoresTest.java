package dev.shoal.zarr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.Attributes;
import dev.shoal.netcdf.UnreadableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.hadoop.fs.FileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ArrayStoresTest {

    @TempDir
    Path folder;

    @Test
    void opensFoldersAsZarrAndHandsFilesOn() throws Exception {
        Path root = folder.resolve("s.zarr");
        ZarrStore.create(root.toString(), Samples.CONF, Attributes.NONE, List.of())
                .consolidate();
        Path file = Files.writeString(folder.resolve("text.nc"), "no netCDF");

        try (ArrayFile opened = ArrayStores.open(root.toUri().toString(), Samples.CONF)) {
            assertThat(opened).isInstanceOf(ZarrFile.class);
        }
        assertThatThrownBy(() -> ArrayStores.open(file.toString(), Samples.CONF))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("expected netCDF-3");
        assertThatThrownBy(() -> ArrayStores.open(folder.toString(), Samples.CONF))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("it has none of .zmetadata, zarr.json and .zgroup");
        assertThatThrownBy(() -> ArrayStores.open(folder.resolve("nothing").toString(), Samples.CONF))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("nothing");
    }

    @Test
    void knowsAStoreByItsListing() throws Exception {
        ZarrStore.create(folder.resolve("s.zarr").toString(), Samples.CONF, Attributes.NONE, List.of())
                .consolidate();
        FileSystem system = FileSystem.getLocal(Samples.CONF);

        assertThat(ArrayStores.isStore(Arrays.asList(system.listStatus(
                        new org.apache.hadoop.fs.Path(folder.resolve("s.zarr").toUri())))))
                .isTrue();
        assertThat(ArrayStores.isStore(Arrays.asList(system.listStatus(new org.apache.hadoop.fs.Path(folder.toUri())))))
                .isFalse();
    }
}
