package dev.shoal.netcdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Arrays;
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
        try (ByteSource cached = new CachedBytes(new MemoryBytes("m", bytes), 64, 3, 2)) {
            for (int round = 0; round < 300; round++) {
                int from = random.nextInt(bytes.length);
                int count = random.nextInt(Math.min(bytes.length - from, 300) + 1);
                assertThat(cached.read(from, count)).isEqualTo(Arrays.copyOfRange(bytes, from, from + count));
            }
        }
    }

    @Test
    void readsABlockOnceForManySmallReads() throws IOException {
        MemoryBytes source = new MemoryBytes("m", new byte[200]);
        ByteSource cached = new CachedBytes(source, 64, 3, 2);
        for (int at = 0; at < 128; at++) {
            cached.read(at, 1);
        }
        assertThat(source.reads()).containsExactly(new MemoryBytes.Range(0, 64), new MemoryBytes.Range(64, 128));
    }

    @Test
    void refusesARangeBeyondTheEndBeforeTakingMemoryForIt() {
        ByteSource cached = new CachedBytes(new MemoryBytes("m.nc", new byte[200]));
        assertThatThrownBy(() -> cached.read(100, Integer.MAX_VALUE))
                .isInstanceOf(UnreadableException.class)
                .hasMessage("Cannot read m.nc: the file ends at byte 200, expected 2147483647 bytes from byte 100 on."
                        + " Fetch the file again.");
    }
}
