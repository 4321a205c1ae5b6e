package dev.shoal.zarr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.Corpus;
import dev.shoal.netcdf.Dimension;
import dev.shoal.netcdf.ElementType;
import dev.shoal.netcdf.UnreadableException;
import dev.shoal.netcdf.VariableHeader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real stores and references, every value equal to what the format's own programs read. */
final class CorpusStoresIT {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"cube-1-250-250.zarr", "roms_ocean_his_0001.zarr", "trajectory.zarr"})
    void readsTheValuesThatZarrPythonReads(String name) throws Exception {
        String store = Corpus.path("zarr/" + name).toString();
        OutsideProgram.requirePython();
        OutsideProgram.python("dump_store.py", store, folder.toString());

        try (ArrayFile file = ArrayStores.open(store, Samples.CONF)) {
            assertThat(OutsideValues.assertEqual(file, folder))
                    .isEqualTo(file.header().variables().size());
            assertAllAreNamed(file);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "derived_oisst_2003_2004_v3.zarr",
                "derived_ostia_monthly_v3_sharded.zarr",
                "derived_roms_ocean_his_0001_v3.zarr",
                "titiler_v3_synthetic.zarr"
            })
    void readsTheValuesThatZarritaReads(String name) throws Exception {
        String store = Corpus.path("zarr/" + name).toAbsolutePath().normalize().toString();
        OutsideProgram.requireZarrita();
        OutsideProgram.node("dump_store.mjs", store, folder.toString());

        try (ArrayFile file = ArrayStores.open(store, Samples.CONF)) {
            assertThat(OutsideValues.assertEqual(file, folder))
                    .isEqualTo(file.header().variables().size());
            assertAllAreNamed(file);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "derived_imos_acorn_4h_combined.json",
                "derived_ostia_2days_netcdf3_combined.json",
                "derived_ostia_monthly.json"
            })
    void readsTheValuesThatFsspecReads(String name) throws Exception {
        String references = Corpus.path("kerchunk/" + name).toString();
        OutsideProgram.requirePython();
        OutsideProgram.python("dump_references.py", references, folder.toString());

        try (ArrayFile file = ArrayStores.open(references, Samples.CONF)) {
            assertThat(OutsideValues.assertEqual(file, folder))
                    .isEqualTo(file.header().variables().size());
            assertAllAreNamed(file);
        }
    }

    private static void assertAllAreNamed(ArrayFile file) {
        for (VariableHeader variable : file.header().variables()) {
            assertThat(variable.type()).isNotEqualTo(ElementType.OTHER);
            assertThat(variable.dimensions()).hasSize(variable.rank()).doesNotContain("");
            assertThat(file.header().dimensions()).extracting(Dimension::name).containsAll(variable.dimensions());
        }
    }

    @Test
    void theStoreAndTheReferencesHoldWhatTheirFileHolds() throws Exception {
        Path source = Corpus.path("gridded/SciTools__iris-sample-data/ostia_monthly.nc");
        for (String name :
                new String[] {"zarr/derived_ostia_monthly_v3_sharded.zarr", "kerchunk/derived_ostia_monthly.json"}) {
            try (ArrayFile file = ArrayStores.open(Corpus.path(name).toString(), Samples.CONF);
                    ArrayFile original = ArrayStores.open(source.toString(), Samples.CONF)) {
                for (VariableHeader variable : file.header().variables()) {
                    VariableHeader same =
                            original.header().variable(variable.name()).orElseThrow();
                    assertThat(file.read(variable).values())
                            .as("%s of %s", variable.name(), name)
                            .isEqualTo(original.read(same).values());
                }
            }
        }
    }

    @Test
    void readsTheStoresOfThreddsInZipFiles() throws Exception {
        Path zip = Corpus.path("zarr/Unidata__tds/zarr_test_data.zip");
        Path store = folder.resolve("tds.zarr");
        Unzipped.unpack(Files.newInputStream(zip), store);
        Path dumps = Files.createDirectories(folder.resolve("dumps"));
        OutsideProgram.requirePython();
        OutsideProgram.python("dump_store.py", store.toString(), dumps.toString());

        try (ArrayFile file = ArrayStores.open(store.toString(), Samples.CONF)) {
            assertThat(OutsideValues.assertEqual(file, dumps)).isGreaterThan(5);
            assertAllAreNamed(file);
        }
    }

    @Test
    void refusesAListOfReferences() {
        String list = Corpus.path("kerchunk/fsspec__kerchunk/hrrr.wrfsubhf.subset.json")
                .toString();
        assertThatThrownBy(() -> ArrayStores.open(list, Samples.CONF))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("found JSON that does not begin with \"{\", expected one object of references");
    }
}
