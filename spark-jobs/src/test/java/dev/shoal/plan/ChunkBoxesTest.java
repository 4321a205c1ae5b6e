package dev.shoal.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChunkBoxesTest {

    @Test
    void holdsTheWholeSourceChunkWhereTheMemoryAllows() {
        ChunkGrid series = new ChunkGrid(new long[] {480, 720, 1440}, new long[] {480, 60, 60});
        ChunkBoxes boxes = ChunkBoxes.choose(series, new long[] {1, 720, 1440}, -1, 4, new BoxBudget(512 << 20, 1));
        assertThat(boxes.reads(new long[] {1, 720, 1440}, -1)).isEqualTo(4);
        ChunkGrid maps = new ChunkGrid(new long[] {480, 720, 1440}, new long[] {15, 360, 720});
        assertThat(ChunkBoxes.choose(maps, new long[] {1, 720, 1440}, -1, 4, new BoxBudget(64 << 20, 4))
                        .reads(new long[] {1, 720, 1440}, -1))
                .isOne();
    }

    @Test
    void leavesNoCoreIdleToSpareAFewReads() {
        ChunkGrid series = new ChunkGrid(new long[] {480, 720, 1440}, new long[] {480, 60, 60});
        long[] source = {1, 360, 720};

        ChunkBoxes four = ChunkBoxes.choose(series, source, -1, 4, new BoxBudget(512 << 20, 4));
        ChunkBoxes many = ChunkBoxes.choose(series, source, -1, 4, new BoxBudget(512 << 20, 16));

        assertThat(four.reads(source, -1)).isOne();
        assertThat(four.count()).isEqualTo(4);
        assertThat(many.count()).isGreaterThanOrEqualTo(16);
        assertThat(many.reads(source, -1)).isLessThanOrEqualTo(6);
    }

    /** Whole boxes of the year would be read once, and 74 chunks be held, for a day that comes behind the last. */
    @Test
    void holdsNoMoreThanHelpsWhereSourceChunksAreCut() {
        ChunkGrid year = new ChunkGrid(new long[] {366, 720, 1440}, new long[] {5, 360, 720});

        ChunkBoxes days = ChunkBoxes.choose(year, new long[] {1, 360, 720}, 0, 4, new BoxBudget(512 << 20, 4));
        ChunkBoxes months = ChunkBoxes.choose(year, new long[] {31, 360, 720}, 0, 4, new BoxBudget(512 << 20, 4));

        assertThat(days.box()).containsExactly(1, 1, 1);
        assertThat(months.box()[0]).isBetween(4L, 40L);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void writesEachChunkOnceAndReadsEachSourceChunkAtMostAsOftenAsItSays(long seed) {
        Random random = new Random(seed);
        int rank = 1 + random.nextInt(3);
        long[] shape =
                LongStream.range(0, rank).map(i -> 1L + random.nextInt(40)).toArray();
        long[] chunk =
                LongStream.range(0, rank).map(i -> 1L + random.nextInt(12)).toArray();
        long[] source =
                LongStream.range(0, rank).map(i -> 1L + random.nextInt(15)).toArray();
        int shifted = random.nextInt(rank + 1) - 1;
        long offset = shifted < 0 ? 0 : random.nextInt((int) source[shifted]);
        long most = 1L + random.nextInt(4000);
        ChunkGrid target = new ChunkGrid(shape, chunk);
        ChunkBoxes boxes = ChunkBoxes.choose(target, source, shifted, 4, new BoxBudget(most, 1 + random.nextInt(8)));

        Map<Long, Integer> written = new HashMap<>();
        Map<String, Integer> read = new HashMap<>();
        for (long ordinal = 0; ordinal < boxes.count(); ordinal++) {
            Window cells = boxes.cells(ordinal);
            Window chunks = boxes.chunks(ordinal);
            assertThat(cells.size() * 4 <= most || chunks.size() == 1).isTrue();
            for (long[] index : ChunkGrid.walk(chunks)) {
                written.merge(target.ordinal(index), 1, Integer::sum);
                assertThat(cells.contains(target.window(index))).isTrue();
            }
            long[] low = new long[rank];
            long[] high = new long[rank];
            for (int axis = 0; axis < rank; axis++) {
                long shift = axis == shifted ? offset : 0;
                low[axis] = (cells.start(axis) + shift) / source[axis];
                high[axis] = (cells.end(axis) - 1 + shift) / source[axis] + 1;
            }
            for (long[] index : ChunkGrid.walk(new Window(low, high))) {
                read.merge(java.util.Arrays.toString(index), 1, Integer::sum);
            }
        }
        assertThat(written).hasSize((int) target.count());
        assertThat(written.values()).allMatch(times -> times == 1);
        assertThat(read.values()).allMatch(times -> times <= boxes.reads(source, shifted));
    }
}
