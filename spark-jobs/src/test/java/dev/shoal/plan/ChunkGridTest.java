package dev.shoal.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChunkGridTest {

    @Test
    void cutsTheLastChunkAtTheEndOfTheArray() {
        ChunkGrid grid = new ChunkGrid(new long[] {10, 7}, new long[] {4, 7});
        assertThat(grid.count()).isEqualTo(3);
        assertThat(grid.window(2, 0)).isEqualTo(new Window(new long[] {8, 0}, new long[] {10, 7}));
    }

    @Test
    void refusesAChunkOfNothing() {
        assertThatThrownBy(() -> new ChunkGrid(new long[] {10}, new long[] {0})).hasMessageContaining("chunks of 0");
    }

    @Test
    void findsNoChunkUnderAnEmptyWindow() {
        ChunkGrid grid = new ChunkGrid(new long[] {10}, new long[] {4});
        assertThat(grid.touching(new Window(new long[] {5}, new long[] {5})).isEmpty())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void putsEveryCellIntoExactlyOneChunk(long seed) {
        Random random = new Random(seed);
        long[] shape = {1 + random.nextInt(9), 1 + random.nextInt(9), 1 + random.nextInt(9)};
        ChunkGrid grid =
                new ChunkGrid(shape, new long[] {1 + random.nextInt(5), 1 + random.nextInt(5), 1 + random.nextInt(12)});
        long cells = 0;
        for (long ordinal = 0; ordinal < grid.count(); ordinal++) {
            long[] index = grid.index(ordinal);
            assertThat(grid.ordinal(index)).isEqualTo(ordinal);
            Window window = grid.window(index);
            cells += window.size();
            assertThat(grid.touching(window)).isEqualTo(Window.at(index, new long[] {1, 1, 1}));
        }
        assertThat(cells).isEqualTo(Window.whole(shape).size());
    }
}
