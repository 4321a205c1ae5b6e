package dev.shoal.netcdf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shoal.plan.Window;
import dev.shoal.testing.CountingFileSystem;
import dev.shoal.testing.CountingFileSystem.Count;
import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.DatasetCreationOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
        assertThat(headers).isLessThanOrEqualTo(20L * 2 * CachedBytes.REMOTE_BLOCK_BYTES);
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
