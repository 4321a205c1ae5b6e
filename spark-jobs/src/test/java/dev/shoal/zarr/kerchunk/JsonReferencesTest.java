package dev.shoal.zarr.kerchunk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.Corpus;
import dev.shoal.netcdf.UnreadableException;
import dev.shoal.zarr.ArrayStores;
import dev.shoal.zarr.virtual.VirtualStore;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** References to real files, written and read back. */
final class JsonReferencesTest {

    private static final String AIR = "gridded/fsspec__kerchunk/air.nc";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                AIR,
                "gridded/coecms__xmhw/oisst_2003_2004.nc",
                "gridded/SciTools__iris-sample-data/ostia_monthly.nc",
                "gridded/SciTools__iris-sample-data/rotated_pole.nc",
                "gridded/aodn__aodn_cloud_optimised/IMOS_OceanCurrent_HV_20240101T000000Z_GSLA_FV02_NRT.nc",
                "gridded/podaac__tutorials/NASA-SSH_alt_ref_simple_grid_v1_20240923.nc"
            })
    void readsEveryValueOfOneFile(String name) throws Exception {
        Path file = Corpus.path(name);
        String references = folder.resolve("refs.json").toString();

        JsonReferences.write(VirtualReading.ofOne(file), references, VirtualReading.CONF);

        assertThat(VirtualReading.requireSame(file, references)).isPositive();
        try (java.util.stream.Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(folder.resolve("refs.json"));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 10_000})
    void readsParquetBackWhateverItsRecordSize(int recordSize) throws Exception {
        for (String name : new String[] {AIR, "gridded/SciTools__iris-sample-data/rotated_pole.nc"}) {
            Path file = Corpus.path(name);
            String references = folder.resolve(file.getFileName() + ".parquet").toString();

            ParquetReferences.write(VirtualReading.ofOne(file), references, recordSize, VirtualReading.CONF);

            assertThat(VirtualReading.requireSame(file, references)).isPositive();
        }
    }

    @Test
    void keepsParquetThatIsThere() throws Exception {
        Path there = Files.createDirectories(folder.resolve("refs.parquet"));
        Files.writeString(there.resolve("x"), "x");
        VirtualStore store = VirtualReading.ofOne(Corpus.path(AIR));

        assertThatThrownBy(() -> ParquetReferences.write(store, there.toString(), 10, VirtualReading.CONF))
                .isInstanceOf(FileAlreadyExistsException.class)
                .hasMessageContaining("found something there, expected nothing");
    }

    @Test
    void refusesAFileThatWasChangedSince() throws Exception {
        Path file = folder.resolve("air.nc");
        Files.copy(Corpus.path(AIR), file);
        String references = folder.resolve("refs.json").toString();
        JsonReferences.write(VirtualReading.ofOne(file), references, VirtualReading.CONF);

        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2001-02-03T04:05:06Z")));

        try (ArrayFile found = ArrayStores.open(references, VirtualReading.CONF)) {
            assertThatThrownBy(() -> found.read(found.header().variable("air").orElseThrow()))
                    .isInstanceOf(UnreadableException.class)
                    .hasMessageContaining("air/0.0.0")
                    .hasMessageContaining("a change at 2001-02-03T04:05:06Z, expected the last one at")
                    .hasMessageContaining("Make the references anew");
        }
    }
}
