package dev.shoal.netcdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shoal.plan.Window;
import dev.shoal.testing.CountingFileSystem;
import dev.shoal.testing.CountingFileSystem.Count;
import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.DatasetCreationOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Random;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ucar.nc2.write.NetcdfFileFormat;

/** What is asked of storage, in requests and bytes. */
class ReadingCostTest {

    private static final Configuration CONF = CountingFileSystem.conf();
    private static final int ROWS = 240;
    private static final int COLUMNS = 960;
    private static final int CHUNK = 120;

    @TempDir
    Path folder;

    @BeforeEach
    void forget() {
        CountingFileSystem.taken();
    }

    @Test
    void aPointOfManyFilesCostsTheirHeadersAndItsChunks() throws IOException {
        long least = 0;
        long values = 0;
        long headers = 0;
        for (int day = 0; day < 20; day++) {
            String location = CountingFileSystem.uri(daily(day));
            CountingFileSystem.taken();
            try (ArrayFile file = ArrayFiles.open(location, CONF)) {
                VariableHeader sst = file.header().variable("sst").orElseThrow();
                ChunkTable chunks = file.chunks(sst).orElseThrow();
                headers += CountingFileSystem.taken().bytes();

                file.read(sst, new Window(new long[] {130, 370}, new long[] {131, 371}));

                int at = chunks.find(chunks.grid().ordinal(130 / CHUNK, 370 / CHUNK));
                least += chunks.storedBytes(at);
                Count count = CountingFileSystem.taken();
                assertThat(count.reads()).isLessThanOrEqualTo(1);
                values += count.bytes();
            }
        }
        assertThat(values).isLessThanOrEqualTo(least);
        assertThat(headers).isLessThanOrEqualTo(20L * 2 * BlockSizes.REMOTE.blockBytes());
    }

    @Test
    void aWholeVariableIsReadInFewRequestsAndOnce() throws IOException {
        Path path = daily(1);
        try (ArrayFile file = ArrayFiles.open(CountingFileSystem.uri(path), CONF)) {
            VariableHeader sst = file.header().variable("sst").orElseThrow();
            file.chunks(sst);
            CountingFileSystem.taken();
            file.read(sst);
            Count count = CountingFileSystem.taken();
            assertThat(count.reads()).isEqualTo(1);
            assertThat(count.bytes()).isLessThanOrEqualTo(Files.size(path));
        }
    }

    @Test
    void aBoxOfAClassicFileIsReadInPiecesThatLieNear() throws IOException {
        Path path = TinyFiles.classic(folder, NetcdfFileFormat.NETCDF3, 3);
        ByteSource source = HadoopBytes.open(CountingFileSystem.uri(path), CONF);
        try (ArrayFile file = ClassicFile.open(source, FileFormat.NETCDF3_CLASSIC)) {
            VariableHeader sst = file.header().variable("sst").orElseThrow();
            CountingFileSystem.taken();
            file.read(sst, new Window(new long[] {1, 2, 3}, new long[] {4, 5, 9}));
            assertThat(CountingFileSystem.taken().reads()).isEqualTo(1);
        }
    }

    @Test
    void aSmallFileIsReadByOneRequestAndTold() throws IOException {
        Path path = daily(2);
        String location = CountingFileSystem.uri(path);
        WholeFile whole = WholeFile.read(location, Files.size(path), CONF).orElseThrow();
        try (ArrayFile file = whole.open();
                ArrayFile other = ArrayFiles.open(path.toString(), new Configuration())) {
            VariableHeader sst = file.header().variable("sst").orElseThrow();
            assertThat(file.read(sst).values()).isEqualTo(other.read(sst).values());
        }
        assertThat(whole.digest()).isEqualTo(FileDigest.of(path.toString(), new Configuration()));
        Count count = CountingFileSystem.taken();
        assertThat(count.bytes()).isEqualTo(Files.size(path));
        assertThat(count.reads()).as("the file, and nothing behind it").isEqualTo(2);
    }

    @Test
    void aFileThatIsNotAsAListingToldIsReadAnew() throws IOException {
        Path path = daily(3);
        assertThat(WholeFile.read(path.toString(), Files.size(path) - 1, CONF)).isEmpty();
        assertThat(WholeFile.read(folder.toString(), 0, CONF)).isEmpty();
        assertThat(WholeFile.read(folder.resolve("none.nc").toString(), 9, CONF))
                .isEmpty();
        assertThat(WholeFile.read(path.toString(), WholeFile.MOST_BYTES + 1L, CONF))
                .isEmpty();
    }

    @Test
    void aListedLengthSparesTheQuestionForIt() throws IOException {
        Path path = daily(4);
        CountingFileSystem.taken();
        ArrayFiles.open(CountingFileSystem.uri(path), Files.size(path), CONF).close();
        long listed = CountingFileSystem.taken().statuses();
        ArrayFiles.open(CountingFileSystem.uri(path), CONF).close();
        assertThat(listed).isLessThan(CountingFileSystem.taken().statuses());
    }

    @Test
    void aFileThatPlanningHasReadCostsATaskItsChunksAlone() throws IOException {
        Path path = daily(5);
        ListedFile listed = listed(path, 10_000);
        CountingFileSystem.taken();
        try (ArrayFile file = ArrayFiles.openForPlan(listed, CONF)) {
            file.chunks(file.header().variable("sst").orElseThrow());
        }
        assertThat(CountingFileSystem.taken().reads()).isLessThanOrEqualTo(2);
        try (ArrayFile file = ArrayFiles.open(listed, CONF)) {
            VariableHeader sst = file.header().variable("sst").orElseThrow();
            Window cell = new Window(new long[] {130, 370}, new long[] {131, 371});
            ChunkTable chunks = file.chunks(sst).orElseThrow();
            file.read(sst, cell);
            Count count = CountingFileSystem.taken();
            assertThat(count.reads()).isEqualTo(1);
            assertThat(count.bytes()).isEqualTo(chunks.storedBytes(chunks.touching(cell)[0]));
        }
    }

    @Test
    void aFileThatIsNotAsListedIsAnErrorAndNeverTheHeaderOfAnother() throws IOException {
        Path path = daily(6);
        ListedFile listed = listed(path, 10_000);
        ArrayFiles.openForPlan(listed, CONF).close();
        Files.move(daily(7), path, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertThatThrownBy(() -> ArrayFiles.open(listed, CONF))
                .isInstanceOf(UnreadableException.class)
                .hasMessageStartingWith("Cannot read " + listed.location() + ": found ")
                .hasMessageEndingWith("The file was changed while it was being read; run the query again.");
        ListedFile young = listed(path, 0);
        ArrayFiles.openForPlan(young, CONF).close();
        CountingFileSystem.taken();
        ArrayFiles.open(young, CONF).close();
        assertThat(CountingFileSystem.taken().reads())
                .as("it may change unseen")
                .isPositive();
    }

    @Test
    void aLocalFileInThePlaceOfAnotherIsReadAnewThoughAsLongAndAsOld() throws IOException {
        byte[] bytes = Files.readAllBytes(TinyFiles.classic(folder, NetcdfFileFormat.NETCDF3, 3));
        Path path = Files.write(folder.resolve("same.nc"), bytes);
        Path other = folder.resolve("other.nc");
        String name = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1).replace("sst", "xyz");
        Files.write(other, name.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
        FileTime old = FileTime.fromMillis(System.currentTimeMillis() - 10_000);
        Files.setLastModifiedTime(path, old);
        Files.setLastModifiedTime(other, old);
        ListedFile listed = new ListedFile(path.toString(), bytes.length, old.toMillis());
        try (ArrayFile file = ArrayFiles.openForPlan(listed, new Configuration())) {
            assertThat(file.header().variable("sst")).isPresent();
        }
        Files.move(other, path, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        try (ArrayFile file = ArrayFiles.open(listed, new Configuration())) {
            assertThat(file.header().variable("sst")).isEmpty();
            assertThat(file.header().variable("xyz")).isPresent();
        }
    }

    private static ListedFile listed(Path path, long ageMillis) throws IOException {
        FileTime time = FileTime.fromMillis(System.currentTimeMillis() - ageMillis);
        Files.setLastModifiedTime(path, time);
        return new ListedFile(CountingFileSystem.uri(path), Files.size(path), time.toMillis());
    }

    private Path daily(int day) {
        Path path = folder.resolve("day-" + day + ".nc");
        Random random = new Random(day);
        int[][] sst = new int[ROWS][COLUMNS];
        for (int[] row : sst) {
            java.util.Arrays.setAll(row, i -> random.nextInt());
        }
        DatasetCreationOptions chunks = DatasetCreationOptions.builder()
                .chunkDimensions(CHUNK, CHUNK)
                .shuffle()
                .deflate(4)
                .build();
        try (WritableHdfFile file = HdfFile.write(path)) {
            file.putDataset("sst", sst, chunks).putAttribute("units", "mK");
        }
        return path;
    }
}
