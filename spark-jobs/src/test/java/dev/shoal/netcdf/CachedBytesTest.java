package dev.shoal.netcdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CachedBytesTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void givesTheFilesBytesWhateverWasReadBefore(long seed) throws IOException {
        Random random = new Random(seed);
        byte[] bytes = new byte[1 + random.nextInt(3000)];
        random.nextBytes(bytes);
        try (ByteSource cached = cached(new MemoryBytes("m", bytes), 8)) {
            for (int round = 0; round < 500; round++) {
                int from = random.nextInt(bytes.length);
                int count = random.nextInt(Math.min(bytes.length - from, 300) + 1);
                assertThat(cached.read(from, count)).isEqualTo(Arrays.copyOfRange(bytes, from, from + count));
                ReadRequest request = new ReadRequest(from, count, 0, 1);
                cached.fetch(
                        List.of(request),
                        (same, brought) ->
                                assertThat(brought.copy()).isEqualTo(Arrays.copyOfRange(bytes, from, from + count)));
            }
        }
    }

    @Test
    void readsTwiceAsMuchWithEveryRequestWhereAHeaderGoesOn() throws IOException {
        MemoryBytes source = new MemoryBytes("m", new byte[1000]);
        ByteSource cached = cached(source, 100);
        for (int at = 0; at < 1000; at++) {
            cached.read(at, 1);
        }
        assertThat(source.reads())
                .containsExactly(
                        new MemoryBytes.Range(0, 64),
                        new MemoryBytes.Range(64, 192),
                        new MemoryBytes.Range(192, 448),
                        new MemoryBytes.Range(448, 704),
                        new MemoryBytes.Range(704, 960),
                        new MemoryBytes.Range(960, 1000));
    }

    private static ByteSource cached(ByteSource source, int kept) {
        return new CachedBytes(source, new BlockSizes(64, 1, 1), new HeldBlocks(kept), CachedBytes.Keeping.NOTHING, 4);
    }

    @Test
    void readsAQuarterMoreWithEveryRequestOfADiskBehindTheFirst() throws IOException {
        MemoryBytes source = new MemoryBytes("m", new byte[1000]);
        ByteSource cached =
                new CachedBytes(source, new BlockSizes(16, 4, 4), new HeldBlocks(100), CachedBytes.Keeping.NOTHING, 64);
        for (int at = 0; at < 200; at++) {
            cached.read(at, 1);
        }
        assertThat(source.reads())
                .containsExactly(
                        new MemoryBytes.Range(0, 64),
                        new MemoryBytes.Range(64, 96),
                        new MemoryBytes.Range(96, 128),
                        new MemoryBytes.Range(128, 176),
                        new MemoryBytes.Range(176, 224));
    }

    @Test
    void givesToTheNextWhoOpensTheFileWhatTheFirstHasRead() throws IOException {
        HeldBlocks held = new HeldBlocks(100);
        BlockSizes sizes = new BlockSizes(64, 1, 1);
        byte[] bytes = new byte[1000];
        new Random(5).nextBytes(bytes);
        ReadRequest values = new ReadRequest(700, 50, 0, 1);
        try (ByteSource plan =
                new CachedBytes(new MemoryBytes("m", bytes), sizes, held, CachedBytes.Keeping.VALUES, 4)) {
            plan.read(10, 20);
            plan.fetch(
                    List.of(values),
                    (request, brought) -> Arrays.fill(
                            brought.bytes(), brought.offset(), brought.offset() + brought.length(), (byte) 0));
        }
        MemoryBytes source = new MemoryBytes("m", bytes);
        try (ByteSource task = new CachedBytes(source, sizes, held, CachedBytes.Keeping.NOTHING, 4)) {
            assertThat(task.read(0, 64)).isEqualTo(Arrays.copyOf(bytes, 64));
            task.fetch(
                    List.of(values),
                    (request, brought) -> assertThat(brought.copy()).isEqualTo(Arrays.copyOfRange(bytes, 700, 750)));
            assertThat(source.reads()).isEmpty();
            task.fetch(List.of(new ReadRequest(800, 50, 0, 1)), (request, brought) -> {});
            task.fetch(List.of(new ReadRequest(800, 50, 0, 1)), (request, brought) -> {});
            assertThat(source.reads()).hasSize(2);
        }
    }

    @Test
    void readsOneBlockWhereAHeaderLiesInPieces() throws IOException {
        MemoryBytes source = new MemoryBytes("m", new byte[1000]);
        ByteSource cached = cached(source, 100);
        for (int at : new int[] {0, 900, 300, 301, 950}) {
            cached.read(at, 1);
        }
        assertThat(source.reads())
                .containsExactly(
                        new MemoryBytes.Range(0, 64), new MemoryBytes.Range(896, 960), new MemoryBytes.Range(256, 320));
    }

    @Test
    void readsWhatIsLongerThanABlockByOneRequest() throws IOException {
        MemoryBytes source = new MemoryBytes("m", new byte[1000]);
        cached(source, 100).read(70, 130);

        assertThat(source.reads()).containsExactly(new MemoryBytes.Range(64, 256));
    }

    @Test
    void fetchesValuesAsTheyAreAskedForUnlessAllAreThere() throws IOException {
        MemoryBytes source = new MemoryBytes("m", new byte[1000]);
        ByteSource cached = cached(source, 100);
        cached.read(0, 1);
        source.reads().clear();

        cached.fetch(List.of(new ReadRequest(10, 20, 0, 1)), (request, bytes) -> {});
        assertThat(source.reads()).isEmpty();

        cached.fetch(List.of(new ReadRequest(10, 20, 0, 1), new ReadRequest(63, 3, 1, 2)), (request, bytes) -> {});
        assertThat(source.reads()).containsExactly(new MemoryBytes.Range(10, 30), new MemoryBytes.Range(63, 66));
    }

    @Test
    void refusesARangeBeyondTheEndBeforeTakingMemoryForIt() {
        ByteSource cached = new CachedBytes(new MemoryBytes("m.nc", new byte[200]));
        assertThatThrownBy(() -> cached.read(100, Integer.MAX_VALUE))
                .isInstanceOf(UnreadableException.class)
                .hasMessage("Cannot read m.nc: the file ends at byte 200, expected 2147483647 bytes from byte 100 on."
                        + " Fetch the file again.");
        assertThatThrownBy(() ->
                        cached.fetch(List.of(new ReadRequest(100, Integer.MAX_VALUE, 0, 1)), (request, bytes) -> {}))
                .isInstanceOf(UnreadableException.class);
    }
}
