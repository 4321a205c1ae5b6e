package dev.shoal.stage.zarr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.VariableHeader;
import dev.shoal.stage.Progress;
import dev.shoal.stage.StageException;
import dev.shoal.testing.SharedSpark;
import dev.shoal.zarr.ArrayStores;
import dev.shoal.zarr.OutsideProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Virtual stores of files that netCDF4-python made, read by fsspec, zarr-python and xarray. */
final class VirtualJobIT {

    private static final Path SCRIPTS = Path.of("src/test/resources/dev/shoal/stage/zarr");

    @TempDir
    static Path folder;

    @BeforeAll
    static void makeFiles() throws Exception {
        OutsideProgram.requirePython();
        OutsideProgram.python(SCRIPTS.resolve("make_virtual.py"), folder.toString());
    }

    private static VirtualOutcome virtualise(String archive, String output, String... dropped) {
        VirtualRequest.Format format =
                output.endsWith(".json") ? VirtualRequest.Format.JSON : VirtualRequest.Format.PARQUET;
        VirtualRequest request = new VirtualRequest(
                List.of(folder.resolve(archive).toString()),
                folder.resolve(output).toString(),
                format,
                "time",
                List.of(dropped),
                5);
        return new VirtualJob(SharedSpark.session(), request, Progress.NONE).run();
    }

    private static List<String> files(String archive) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(archive))) {
            return new ArrayList<>(files.map(Path::toString).sorted().toList());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"days", "classic-fixed", "classic-unlimited", "levels"})
    void xarrayReadsFromTheReferencesWhatNetcdfReadsFromTheFiles(String archive) throws Exception {
        VirtualOutcome outcome = virtualise(archive, archive + ".json");

        List<String> arguments =
                new ArrayList<>(List.of(folder.resolve(archive + ".json").toString(), "time"));
        List<String> files = files(archive);
        if (archive.equals("days")) {
            Collections.reverse(files);
            assertThat(outcome.notes()).anyMatch(note -> note.contains("Attribute :history"));
        }
        assertThat(outcome.files()).isEqualTo(files.size());
        arguments.addAll(files);
        assertThat(OutsideProgram.python(SCRIPTS.resolve("check_virtual.py"), arguments.toArray(String[]::new)))
                .contains(outcome.arrays() + " variables");
    }

    @ParameterizedTest
    @ValueSource(strings = {"days", "classic-fixed", "levels"})
    void parquetHoldsWhatJsonHolds(String archive) throws Exception {
        virtualise(archive, archive + "-same.json");
        virtualise(archive, archive + "-same.parquet");

        Configuration conf = new Configuration();
        try (ArrayFile json =
                        ArrayStores.open(folder.resolve(archive + "-same.json").toString(), conf);
                ArrayFile parquet = ArrayStores.open(
                        folder.resolve(archive + "-same.parquet").toString(), conf)) {
            assertThat(parquet.header().variables()).hasSameSizeAs(json.header().variables());
            for (VariableHeader variable : json.header().variables()) {
                VariableHeader other =
                        parquet.header().variable(variable.name()).orElseThrow();
                assertThat(other.attributes()).isEqualTo(variable.attributes());
                assertThat(parquet.read(other).values())
                        .as(variable.name())
                        .isEqualTo(json.read(variable).values());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"days", "classic-fixed"})
    void duckdbReadsTheRowsOfParquet(String archive) throws Exception {
        OutsideProgram.requireDuckdb();
        Path json = folder.resolve(archive + "-rows.json");
        Path parquet = folder.resolve(archive + "-rows.parquet");
        long chunks = virtualise(archive, json.getFileName().toString()).chunks();
        virtualise(archive, parquet.getFileName().toString());

        assertThat(OutsideProgram.node(SCRIPTS.resolve("check_parquet.mjs"), parquet.toString(), json.toString()))
                .contains(chunks + " chunks");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "packed  | d4.nc, variable sst: found attribute scale_factor [0.02], expected [0.01] as in",
                "odd     | d3.nc, variable lat: found values other ones, expected the same",
                "filters | d2.nc, variable sst: found the filters [], expected [fletcher32,"
                        + " shuffle{elementsize=2}, zlib] as in",
                "partial | d1.nc, variable sst: found the length along time 3, expected a whole number of chunks of 2",
                "lzf     | lzf.h5, variable grid: found the filter lzf (number 32000), for which Zarr has no codec"
            })
    void namesWhatCannotBeMixed(String archive, String message) {
        assertThatThrownBy(() -> virtualise(archive, archive + ".json"))
                .isInstanceOf(StageException.class)
                .hasMessageContaining("Cannot make one virtual store")
                .hasMessageContaining(message);
        assertThat(folder.resolve(archive + ".json")).doesNotExist();
    }

    @Test
    void leavesOutWhatItIsToldTo() throws Exception {
        VirtualOutcome outcome = virtualise("packed", "dropped.json", "sst");

        assertThat(outcome.files()).isEqualTo(6);
        try (ArrayFile store = ArrayStores.open(folder.resolve("dropped.json").toString(), new Configuration())) {
            assertThat(store.header().variable("sst")).isEmpty();
            assertThat(store.header().variable("plain").orElseThrow().shape()).containsExactly(6, 12, 20);
        }
    }
}
