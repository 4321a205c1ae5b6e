package dev.shoal.netcdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shoal.plan.ChunkGrid;
import dev.shoal.plan.Window;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ChunkTableTest {

    @RepeatedTest(30)
    void findsTheWrittenChunksOfAnyWindow(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        ChunkGrid grid = new ChunkGrid(
                new long[] {1 + random.nextInt(20), 1 + random.nextInt(30)},
                new long[] {1 + random.nextInt(4), 1 + random.nextInt(7)});
        List<Long> written = new ArrayList<>();
        for (long ordinal = 0; ordinal < grid.count(); ordinal++) {
            if (random.nextInt(3) > 0) {
                written.add(ordinal);
            }
        }
        if (repetition.getCurrentRepetition() % 2 == 0) {
            Collections.shuffle(written, random);
        }
        ChunkTable.Builder builder = ChunkTable.builder(grid);
        for (int i = 0; i < written.size(); i++) {
            long[] start = grid.window(grid.index(written.get(i))).start();
            builder.add(start, 1000L * random.nextInt(1000), written.get(i) + 1, 0);
        }
        ChunkTable table = builder.build();

        for (int round = 0; round < 20; round++) {
            Window window = window(grid.shape(), random);
            List<Long> expected = written.stream()
                    .filter(ordinal ->
                            grid.window(grid.index(ordinal)).intersect(window).isPresent())
                    .toList();
            int[] found = table.touching(window);
            assertThat(IntStream.of(found).mapToObj(table::ordinal)).containsExactlyInAnyOrderElementsOf(expected);
            assertThat(IntStream.of(found).mapToObj(table::storedBytes))
                    .containsExactlyInAnyOrderElementsOf(
                            expected.stream().map(ordinal -> ordinal + 1).toList());
            assertThat(IntStream.of(found).mapToObj(table::address)).isSorted();
        }
    }

    private static Window window(long[] shape, Random random) {
        long[] start = new long[shape.length];
        long[] end = new long[shape.length];
        for (int axis = 0; axis < shape.length; axis++) {
            start[axis] = random.nextInt((int) shape[axis]);
            end[axis] = start[axis] + 1 + random.nextInt((int) (shape[axis] - start[axis]));
        }
        return new Window(start, end);
    }

    @Test
    @Timeout(20)
    void holdsAMillionChunks() {
        ChunkGrid grid = new ChunkGrid(new long[] {1_000_000, 8}, new long[] {1, 8});
        ChunkTable.Builder builder = ChunkTable.builder(grid);
        for (int step = 0; step < 1_000_000; step++) {
            builder.add(new long[] {step, 0}, 4096 + 32L * step, 32, 0);
        }
        ChunkTable table = builder.build();

        assertThat(table.size()).isEqualTo(1_000_000);
        assertThat(table.touching(Window.whole(grid.shape()))).hasSize(1_000_000);
        assertThat(table.touching(new Window(new long[] {999_999, 3}, new long[] {1_000_000, 4})))
                .containsExactly(999_999);
    }

    /** A grid of 10^12 chunks, three of which were written, is looked through by what was written. */
    @Test
    @Timeout(5)
    void asksNoChunkThatWasNeverWritten() {
        ChunkGrid grid = new ChunkGrid(new long[] {1_000_000, 1_000_000}, new long[] {1, 1});
        ChunkTable.Builder builder = ChunkTable.builder(grid);
        builder.add(new long[] {999_999, 0}, 100, 4, 1);
        builder.add(new long[] {5, 5}, 200, 4, 0);
        builder.add(new long[] {1_000_001, 5}, 200, 4, 0);
        ChunkTable table = builder.build();

        assertThat(table.size()).isEqualTo(2);
        assertThat(table.touching(Window.whole(grid.shape()))).containsExactly(1, 0);
        assertThat(table.skippedFilters(table.find(999_999L * 1_000_000))).isEqualTo(1);
        assertThat(table.find(0)).isNegative();
    }

    @Test
    void refusesAChunkBetweenThePlaces() {
        ChunkTable.Builder builder = ChunkTable.builder(new ChunkGrid(new long[] {10}, new long[] {4}));

        assertThatThrownBy(() -> builder.add(new long[] {2}, 0, 4, 0))
                .isInstanceOf(DamagedException.class)
                .hasMessage("a chunk at [2] of [10] in chunks of [4]");
        assertThatThrownBy(() -> builder.add(new long[] {4}, 0, -4, 0)).isInstanceOf(DamagedException.class);
    }
}
