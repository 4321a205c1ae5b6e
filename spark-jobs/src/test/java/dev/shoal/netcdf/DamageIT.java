package dev.shoal.netcdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real files whose headers are damaged: what is not as it was written is refused, and no variable goes away unsaid. */
class DamageIT {

    private static final String OLD = "formats/fsspec__kerchunk/hdf5_mali_chunk.h5";
    private static final int ROUNDS = 400;
    private static final Duration MOST = Duration.ofSeconds(10);

    @TempDir
    static Path folder;

    @BeforeAll
    static void write() throws IOException, InterruptedException {
        Hdf5KindsIT.write(folder);
    }

    @Test
    void aGroupThatLostItsLastMembersIsRefused() throws IOException {
        byte[] bytes = Files.readAllBytes(Corpus.path(OLD));
        bytes[find(bytes, "SNOD", 0) + 6]--;

        assertRefused(
                bytes,
                "the header is damaged or of a kind not known (DamagedException: the member ",
                "where data should be the last)");
    }

    @Test
    void aGroupWhoseNamesWereExchangedIsRefused() throws IOException {
        byte[] bytes = kinds("old.h5");
        System.arraycopy("zz".getBytes(StandardCharsets.US_ASCII), 0, bytes, find(bytes, "fixed_deflated", 0), 2);

        assertRefused(
                bytes, "the header of numbers is damaged or of a kind not known (DamagedException: the member ", "");
    }

    @Test
    void aHeaderThatStatesTooFewMessagesIsRefused() throws IOException {
        byte[] bytes = Files.readAllBytes(Corpus.path(OLD));
        int header = address(bytes, find(bytes, "SNOD", 0) + 16);
        bytes[header + 2]--;

        assertRefused(
                bytes,
                "the header of data is damaged or of a kind not known (DamagedException: an object header of ",
                "");
    }

    @Test
    void aDatasetThatLostItsShapeIsRefused() throws IOException {
        byte[] bytes = Files.readAllBytes(Corpus.path(OLD));
        int shape = address(bytes, find(bytes, "SNOD", 0) + 16) + 16;
        assertThat(bytes[shape]).isEqualTo((byte) 1);
        bytes[shape] = 0;

        assertRefused(
                bytes,
                "the header of data is damaged or of a kind not known (DamagedException: an object that is ",
                "");
    }

    @Test
    void anAttributeWhoseTextWasChangedIsRefusedByItsChecksum() throws IOException {
        byte[] bytes = kinds("new.h5");
        int text = find(bytes, "attribute 31", find(bytes, "FHDB", 0));
        bytes[text + 60] ^= 1;

        assertRefused(bytes, "the header of many/d0 is damaged", "a damaged block of a fractal heap at byte ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "formats/Unidata__tds/test_atomic_types.nc",
                "formats/Unidata__tds/test_groups1.nc",
                "formats/jamesmudd__jhdf/test_compressed_chunked_datasets_latest.hdf5",
                "broken/ioos__compliance-checker/bad_data_type.nc",
                "gridded/SciTools__iris-sample-data/rotated_pole.nc",
                "gridded/SciTools__iris-sample-data/vlstr_type.nc",
                "timeseries/wavespectra__wavespectra/swanfile.nc",
                "dsg/axiom-data-science__pyaxiom/profile/resources/om-single.nc",
                "dsg/axiom-data-science__pyaxiom/timeseriesProfile/resources/r-multiple.nc",
                "curvilinear/rcaneill__xnemogcm/mesh_mask_0000.nc",
                "formats/Unidata__tds/nc_test_cdf5.nc"
            })
    void noVariableGoesAwayUnsaid(String name) throws IOException {
        byte[] sound = Files.readAllBytes(Corpus.path(name));
        int[] header = header(sound);
        int variables = variables(sound).orElseThrow();
        Random random = new Random(name.hashCode());
        int refused = 0;
        for (int round = 0; round < ROUNDS; round++) {
            byte[] bytes = sound.clone();
            String damage = damage(bytes, header, random);
            Optional<Integer> left = Assertions.assertTimeoutPreemptively(MOST, () -> variables(bytes), damage);
            left.ifPresent(count -> assertThat(count).as(damage).isGreaterThanOrEqualTo(variables));
            refused += left.isEmpty() ? 1 : 0;
        }
        assertThat(refused).isBetween(ROUNDS / 20, ROUNDS);
    }

    /** Opens a file, reads all of it and returns the number of its variables, or nothing where it is refused. */
    private static Optional<Integer> variables(byte[] bytes) throws IOException {
        try (ArrayFile file = ArrayFiles.open(new CachedBytes(new MemoryBytes("damaged", bytes)))) {
            for (VariableHeader variable : file.header().variables()) {
                try {
                    if (Arrays.stream(variable.shape()).asDoubleStream().reduce(1, (a, b) -> a * b) < 1e6) {
                        file.read(variable);
                    }
                } catch (UnreadableException e) {
                    assertThat(e).hasMessageStartingWith("Cannot read damaged").hasMessageEndingWith(".");
                }
            }
            return Optional.of(file.header().variables().size());
        } catch (UnreadableException e) {
            assertThat(e).hasMessageStartingWith("Cannot read damaged").hasMessageEndingWith(".");
            return Optional.empty();
        }
    }

    /** Returns the places of the bytes that are read to open a file. */
    private static int[] header(byte[] sound) throws IOException {
        MemoryBytes watched = new MemoryBytes("sound", sound);
        try (ArrayFile file = ArrayFiles.open(watched)) {
            assertThat(file.header().variables()).isNotEmpty();
            return watched.reads().stream()
                    .flatMapToInt(range -> java.util.stream.IntStream.range((int) range.start(), (int) range.end()))
                    .distinct()
                    .toArray();
        }
    }

    /** Overwrites something, mostly of the header, by chance, by zeros or by what lies elsewhere. */
    private static String damage(byte[] bytes, int[] header, Random random) {
        int at = header[random.nextInt(header.length)];
        int length = Math.min(bytes.length - at, 1 << random.nextInt(8));
        int from = header[random.nextInt(header.length)];
        switch (random.nextInt(4)) {
            case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> bytes[at] = (byte) random.nextInt();
            case 2 -> Arrays.fill(bytes, at, at + length, (byte) (random.nextInt(3) == 0 ? 255 : 0));
            default -> System.arraycopy(bytes, from, bytes, at, Math.min(length, bytes.length - from));
        }
        return length + " bytes at byte " + at + ", of byte " + from;
    }

    private static byte[] kinds(String name) throws IOException {
        return Files.readAllBytes(folder.resolve(name));
    }

    private static int find(byte[] bytes, String text, int from) {
        int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf(text, from);
        assertThat(at).as(text).isPositive();
        return at;
    }

    private static int address(byte[] bytes, int at) {
        return Math.toIntExact(java.nio.ByteBuffer.wrap(bytes)
                .order(java.nio.ByteOrder.LITTLE_ENDIAN)
                .getLong(at));
    }

    private static void assertRefused(byte[] bytes, String reason, String more) {
        assertThatThrownBy(() -> ArrayFiles.open(new MemoryBytes("damaged.h5", bytes)))
                .isInstanceOf(UnreadableException.class)
                .hasMessageStartingWith("Cannot read damaged.h5: " + reason)
                .hasMessageContaining(more)
                .hasMessageEndingWith("Fetch the file again, or rewrite it with nccopy.");
    }
}
