package dev.shoal.stage.zarr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.ArrayFiles;
import dev.shoal.netcdf.ChunkTable;
import dev.shoal.netcdf.VariableHeader;
import dev.shoal.stage.Progress;
import dev.shoal.stage.StageException;
import dev.shoal.testing.SharedSpark;
import dev.shoal.zarr.ArrayStores;
import dev.shoal.zarr.OutsideProgram;
import dev.shoal.zarr.icechunk.IcechunkRepository;
import dev.shoal.zarr.icechunk.SnapshotInfo;
import dev.shoal.zarr.virtual.Copying;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
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
        return virtualise(archive, output, Copying.REFUSE, dropped);
    }

    private static VirtualOutcome virtualise(String archive, String output, Copying copying, String... dropped) {
        return job(archive, output, copying, dropped).run();
    }

    private static VirtualJob job(String archive, String output, Copying copying, String... dropped) {
        VirtualRequest request = new VirtualRequest(
                List.of(folder.resolve(archive).toString()),
                folder.resolve(output).toString(),
                format(output),
                "main",
                "time",
                List.of(dropped),
                copying,
                5);
        return new VirtualJob(SharedSpark.session(), request, Progress.NONE);
    }

    private static VirtualRequest.Format format(String output) {
        if (output.endsWith(".repo")) {
            return VirtualRequest.Format.ICECHUNK;
        }
        return output.endsWith(".json") ? VirtualRequest.Format.JSON : VirtualRequest.Format.PARQUET;
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
    void parquetAndIcechunkHoldWhatJsonHolds(String archive) throws Exception {
        virtualise(archive, archive + "-same.json");
        virtualise(archive, archive + "-same.parquet");

        virtualise(archive, archive + "-same.repo");
        requireSame(archive + "-same.json", archive + "-same.parquet");
        requireSame(archive + "-same.json", archive + "-same.repo");
    }

    private static void requireSame(String one, String another) throws IOException {
        Configuration conf = new Configuration();
        try (ArrayFile expected = ArrayStores.open(folder.resolve(one).toString(), conf);
                ArrayFile found = ArrayStores.open(folder.resolve(another).toString(), conf)) {
            assertThat(found.header().variables())
                    .hasSameSizeAs(expected.header().variables());
            for (VariableHeader variable : expected.header().variables()) {
                VariableHeader other = found.header().variable(variable.name()).orElseThrow();
                assertThat(other.dimensions()).isEqualTo(variable.dimensions());
                assertThat(names(other)).as(variable.name()).isEqualTo(names(variable));
                assertThat(found.read(other).values())
                        .as(variable.name())
                        .isEqualTo(expected.read(variable).values());
            }
        }
    }

    private static List<String> names(VariableHeader variable) {
        return variable.attributes().list().stream()
                .map(attribute -> attribute.name() + " " + attribute.values())
                .sorted()
                .toList();
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
        VirtualDraft draft = job(archive, archive + ".json", Copying.REFUSE).plan();
        assertThat(draft.arrays()).isEmpty();
        assertThat(draft.conflicts()).anyMatch(conflict -> conflict.message().contains(message));
        assertThat(folder.resolve(archive + ".json")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sst     | Variable sst: 6 of 6 rows of chunks are copied, decoded, as files differ",
                "packed  | Variable sst: 6 of 6 rows of chunks are copied, decoded, as files differ",
                "filters | Variable sst: 1 of 6 rows of chunks are copied, as files differ",
                "kinds   | Variable big: 2 of 6 rows of chunks are copied, as files differ",
                "partial | Variable sst: 2 of 4 rows of chunks are copied, as files differ"
            })
    void copiesJustWhatDiffers(String archive, String note) throws Exception {
        VirtualDraft draft =
                job(archive, archive + "-copied.json", Copying.CONFLICTS).plan();
        assertThat(folder.resolve(archive + "-copied.json")).doesNotExist();
        VirtualOutcome outcome = virtualise(archive, archive + "-copied.json", Copying.CONFLICTS);
        assertThat(draft.chunks()).isEqualTo(outcome.chunks());
        assertThat(draft.notes()).isEqualTo(outcome.notes());
        assertThat(CopiedFolder.unfinished(
                        folder.resolve(archive + "-copied.json").toString(), new Configuration()))
                .isEmpty();

        assertThat(outcome.notes()).anyMatch(found -> found.startsWith(note));
        List<String> arguments =
                new ArrayList<>(List.of(folder.resolve(archive + "-copied.json").toString(), "time"));
        arguments.addAll(files(archive));
        assertThat(OutsideProgram.python(SCRIPTS.resolve("check_virtual.py"), arguments.toArray(String[]::new)))
                .contains(outcome.arrays() + " variables");
        virtualise(archive, archive + "-copied.parquet", Copying.CONFLICTS);
        virtualise(archive, archive + "-copied.repo", Copying.CONFLICTS);
        requireSame(archive + "-copied.json", archive + "-copied.parquet");
        requireSame(archive + "-copied.json", archive + "-copied.repo");
    }

    @Test
    void icechunksOwnLibraryReadsTheCommitAndRefusesAFileThatWasChanged() throws Exception {
        OutsideProgram.requireIcechunk();
        Files.createDirectories(folder.resolve("da ys"));
        for (String file : files("days")) {
            Files.copy(
                    Path.of(file), folder.resolve("da ys").resolve(Path.of(file).getFileName()));
        }
        virtualise("da ys", "official.repo");
        virtualise("da ys", "official.repo");
        String root = folder.resolve("official.repo").toString();
        IcechunkRepository repository = IcechunkRepository.open(root, new Configuration());
        assertThat(repository.history("main"))
                .extracting(SnapshotInfo::message)
                .containsExactly("virtual store of 6 files", "virtual store of 6 files", "Repository initialized");
        String key = "plain/c/3/0/0";
        Path third = folder.resolve("da ys/z6.nc");

        List<String> read = OutsideProgram.icechunk("read_chunks.mjs", root, folder.toString(), key, "time/c/0")
                .lines()
                .toList();
        assertThat(read.get(0)).isEqualTo(stored(third, "plain"));
        assertThat(read.get(1)).hasSize(6 * Long.BYTES * 2);
        Files.setLastModifiedTime(third, FileTime.fromMillis(System.currentTimeMillis() + 10_000));
        assertThatThrownBy(() -> OutsideProgram.icechunk("read_chunks.mjs", root, folder.toString(), key))
                .hasMessageContaining("the checksum of the object owning the virtual chunk has changed");
        try (ArrayFile file = ArrayStores.open(root, new Configuration())) {
            VariableHeader plain = file.header().variable("plain").orElseThrow();
            assertThatThrownBy(() -> file.read(plain))
                    .hasMessageContaining("z6.nc was changed since it was referenced");
        }
    }

    /** Returns the bytes of the only chunk of a variable, in base 16. */
    private static String stored(Path path, String name) throws IOException {
        try (ArrayFile file = ArrayFiles.open(path.toString(), new Configuration())) {
            ChunkTable chunks =
                    file.chunks(file.header().variable(name).orElseThrow()).orElseThrow();
            int start = (int) chunks.address(0);
            byte[] bytes = Files.readAllBytes(path);
            return HexFormat.of().formatHex(Arrays.copyOfRange(bytes, start, start + (int) chunks.storedBytes(0)));
        }
    }

    @Test
    void putsVariablesOfOtherFilesSideBySide() throws Exception {
        VirtualOutcome outcome = virtualise("side", "side.json");

        assertThat(outcome.files()).isEqualTo(7);
        try (ArrayFile store = ArrayStores.open(folder.resolve("side.json").toString(), new Configuration())) {
            assertThat(store.header().variables())
                    .extracting(VariableHeader::name)
                    .containsExactlyInAnyOrder("time", "one", "two", "depth");
            float[] one = values(store, "one");
            float[] two = values(store, "two");
            assertThat(one).hasSize(12 * 50);
            for (int n = 0; n < one.length; n++) {
                assertThat(one[n]).isEqualTo(n / 200 * 1000 + n % 200);
                assertThat(two[n]).isEqualTo(one[n] + 0.5f);
            }
        }
    }

    private static float[] values(ArrayFile store, String name) throws IOException {
        return (float[]) store.read(store.header().variable(name).orElseThrow()).values();
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
