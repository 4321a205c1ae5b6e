package dev.shoal.zarr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.ElementType;
import dev.shoal.netcdf.VariableHeader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real stores, every value equal to zarr-python's. */
final class CorpusStoresIT {

    private static final Path CORPUS = Path.of("../../shared/corpus/zarr");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"cube-1-250-250.zarr", "roms_ocean_his_0001.zarr", "trajectory.zarr"})
    void readsTheValuesThatZarrPythonReads(String name) throws Exception {
        assumeTrue(Files.isDirectory(CORPUS) || OutsideProgram.isCi(), "the corpus is not there");
        OutsideProgram.requirePython();
        String store = CORPUS.resolve(name).toString();
        OutsideProgram.python("dump_store.py", store, folder.toString());

        try (ArrayFile file = ArrayStores.open(store, Samples.CONF)) {
            List<Path> dumps;
            try (java.util.stream.Stream<Path> files = Files.list(folder)) {
                dumps = files.toList();
            }
            assertThat(file.header().variables()).hasSameSizeAs(dumps);
            for (VariableHeader variable : file.header().variables()) {
                byte[] expected = Files.readAllBytes(folder.resolve(variable.name()));
                DataType type = DataType.of(variable.type());
                assertThat(variable.type()).isNotEqualTo(ElementType.OTHER);
                assertThat(variable.dimensions()).hasSize(variable.rank()).doesNotContain("");
                assertThat(ElementBytes.encode(type, file.read(variable).values()))
                        .as("%s of %s", variable.name(), name)
                        .isEqualTo(expected);
            }
        }
    }
}
