package dev.shoal.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChunkAdviceTest {

    private static final long[] CUBE = {480, 720, 1440};
    private static final AccessBox MAP = new AccessBox("map", new long[] {1, 720, 1440});
    private static final AccessBox SERIES = new AccessBox("series", new long[] {480, 1, 1});

    @Test
    void readsOfMapsAreCounted() {
        ReadCost cost = ReadCost.of(new ChunkGrid(CUBE, new long[] {15, 360, 720}), 1e6, MAP);
        assertThat(cost.requests()).isEqualTo(4);
        assertThat(cost.bytes()).isEqualTo(4e6);
        assertThat(cost.seconds()).isCloseTo(0.03 + 0.04, within(1e-12));
    }

    @Test
    void readsOfSeriesAreCounted() {
        ReadCost cost = ReadCost.of(new ChunkGrid(CUBE, new long[] {15, 360, 720}), 1e6, SERIES);
        assertThat(cost.requests()).isEqualTo(32);
        assertThat(cost.seconds()).isCloseTo(2 * 0.03 + 0.32, within(1e-12));
    }

    @Test
    void aBoxAnywhereTouchesAChunkMoreTheLongerItIs() {
        AccessBox box = new AccessBox("box", new long[] {1, 37, 73});
        ReadCost cost = ReadCost.of(new ChunkGrid(CUBE, new long[] {15, 36, 72}), 1, box);
        assertThat(cost.requests()).isCloseTo(2 * 2, within(1e-12));
    }

    @Test
    void mapsGetChunksOfOneStep() {
        ChunkAdvice advice = ChunkAdvice.of(CUBE, 4, 2, List.of(MAP));
        assertThat(advice.chunk()[0]).isEqualTo(1);
    }

    @Test
    void seriesGetChunksOfAllSteps() {
        ChunkAdvice advice = ChunkAdvice.of(CUBE, 4, 2, List.of(SERIES));
        assertThat(advice.chunk()[0]).isEqualTo(480);
    }

    @Test
    void bothGetSomethingBetween() {
        long[] chunk = ChunkAdvice.of(CUBE, 4, 2, List.of(MAP, SERIES)).chunk();
        assertThat(chunk[0]).isBetween(2L, 479L);
        assertThat(chunk[1]).isLessThan(720);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void chunksAreWithinBoundsAndShardsAreOfWholeChunks(long seed) {
        Random random = new Random(seed);
        long[] shape = random.longs(1 + random.nextInt(5), 1, 900).toArray();
        AccessBox box = new AccessBox("box", random.longs(shape.length, 1, 30).toArray());
        ChunkAdvice advice = ChunkAdvice.of(shape, 8, 1.5, List.of(box));
        assertThat(8.0 * Window.whole(advice.chunk()).size())
                .isLessThanOrEqualTo(16 << 20)
                .isGreaterThanOrEqualTo(
                        Math.min(256 << 10, 8.0 * Window.whole(shape).size()));
        for (int axis = 0; axis < shape.length; axis++) {
            assertThat(advice.chunk()[axis]).isBetween(1L, shape[axis]);
            assertThat(advice.shard()[axis] % advice.chunk()[axis]).isZero();
        }
    }

    @Test
    void refusesABoxOfNothing() {
        assertThatThrownBy(() -> new AccessBox("box", new long[] {0}))
                .hasMessageContaining("a box of 0 cells along an axis, expected 1 or more");
    }
}
