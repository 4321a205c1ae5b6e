package dev.shoal.zarr.kerchunk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.ArrayFiles;
import dev.shoal.netcdf.Corpus;
import dev.shoal.netcdf.VariableHeader;
import dev.shoal.plan.Window;
import dev.shoal.zarr.ArrayStores;
import dev.shoal.zarr.virtual.Combination;
import dev.shoal.zarr.virtual.ConflictException;
import dev.shoal.zarr.virtual.ScanRequest;
import dev.shoal.zarr.virtual.TimeReading;
import dev.shoal.zarr.virtual.VirtualFile;
import dev.shoal.zarr.virtual.VirtualScan;
import dev.shoal.zarr.virtual.VirtualStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real files put one behind the other. */
final class CombinationTest {

    private static final TimeReading NO_TIMES = (units, calendar, numbers) -> Optional.empty();

    @TempDir
    Path folder;

    private static VirtualStore combined(List<Path> files, List<String> dropped) throws IOException {
        List<VirtualFile> found = new ArrayList<>();
        for (Path file : files) {
            found.add(VirtualScan.scan(
                    file.toAbsolutePath().toString(), VirtualReading.CONF, new ScanRequest("time", dropped)));
        }
        return Combination.of(found, "time", NO_TIMES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gridded/Ouranosinc__xclim-testdata/tas_Amon_HadGEM2", "gridded/xcube-dev__xcube/201706"})
    void readsEveryValueOfFilesInTheOrderOfTheirTimes(String start) throws Exception {
        String inFolder = start.substring(0, start.lastIndexOf('/'));
        List<Path> files = new ArrayList<>(Corpus.files(inFolder).stream()
                .filter(file -> file.getFileName().toString().startsWith(start.substring(inFolder.length() + 1)))
                .toList());
        Collections.reverse(files);

        VirtualStore store = combined(files, List.of());
        JsonReferences.write(store, folder.resolve("refs.json").toString(), VirtualReading.CONF);
        ParquetReferences.write(store, folder.resolve("refs.parquet").toString(), 11, VirtualReading.CONF);

        Collections.reverse(files);
        assertThat(requireSame(files, folder.resolve("refs.json"))).isGreaterThan(3);
        assertThat(requireSame(files, folder.resolve("refs.parquet"))).isGreaterThan(3);
    }

    private static int requireSame(List<Path> files, Path references) throws IOException {
        int variables = 0;
        long start = 0;
        try (ArrayFile store = ArrayStores.open(references.toString(), VirtualReading.CONF)) {
            for (Path path : files) {
                try (ArrayFile file = ArrayFiles.open(path.toString(), VirtualReading.CONF)) {
                    for (VariableHeader variable : file.header().variables()) {
                        VariableHeader joined =
                                store.header().variable(variable.name()).orElseThrow();
                        Window window = Window.whole(variable.shape());
                        int axis = variable.axis("time");
                        if (axis >= 0) {
                            window = window.with(axis, start, start + variable.shape()[axis]);
                        }
                        assertThat(store.read(joined, window).values())
                                .as("%s %s", path, variable.name())
                                .isEqualTo(file.read(variable).values());
                        variables++;
                    }
                    start += file.header().dimension("time").orElseThrow().length();
                }
            }
        }
        return variables;
    }

    @Test
    void refusesTheSameTimesTwice() {
        Path file = Corpus.path("gridded/fsspec__kerchunk/air.nc");
        assertThatThrownBy(() -> combined(List.of(file, file), List.of()))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("variable time: found the value")
                .hasMessageContaining("values overlap, or are there twice");
    }

    @Test
    void namesEveryDifferenceOfFilesThatAreNotAlike() {
        Path air = Corpus.path("gridded/fsspec__kerchunk/air.nc");
        Path tas = Corpus.path("gridded/Ouranosinc__xclim-testdata/tas_Amon_HadGEM2-ES_rcp85_r1i1p1_200512-203011.nc");
        assertThatThrownBy(() -> combined(List.of(air, tas), List.of()))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("variable time: found times in \"");
    }
}
