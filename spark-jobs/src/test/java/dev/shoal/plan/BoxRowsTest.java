package dev.shoal.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoxRowsTest {

    private static Window box(Random random, int rank, Window around) {
        long[] start = new long[rank];
        long[] end = new long[rank];
        for (int axis = 0; axis < rank; axis++) {
            start[axis] = random.nextInt((int) around.start(axis) + 1);
            end[axis] = around.end(axis) + random.nextInt(3);
        }
        return new Window(start, end);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
    void copiesEveryCellToItsPlace(long seed) {
        Random random = new Random(seed);
        int rank = 1 + random.nextInt(4);
        long[] start = random.longs(rank, 0, 4).toArray();
        Window cells = Window.at(start, random.longs(rank, 1, 5).toArray());
        Window from = seed % 3 == 0 ? cells : box(random, rank, cells);
        Window to = seed % 5 == 0 ? cells : box(random, rank, cells);
        int[] source = random.ints(from.size()).toArray();
        int[] target = new int[(int) to.size()];
        new BoxRows(from, to, cells).each((a, b, count) -> System.arraycopy(source, a, target, b, count));
        int[] expected = new int[(int) to.size()];
        for (long[] cell : ChunkGrid.walk(cells)) {
            expected[place(to, cell)] = source[place(from, cell)];
        }
        assertThat(target).isEqualTo(expected);
    }

    private static int place(Window box, long[] cell) {
        int place = 0;
        for (int axis = 0; axis < box.rank(); axis++) {
            place = place * (int) box.length(axis) + (int) (cell[axis] - box.start(axis));
        }
        return place;
    }

    @Test
    void copiesAScalar() {
        int[] copied = new int[1];
        Window scalar = Window.whole();
        new BoxRows(scalar, scalar, scalar).each((from, to, count) -> copied[0] += count);
        assertThat(copied[0]).isEqualTo(1);
    }

    @Test
    void refusesCellsOutsideABox() {
        Window small = Window.whole(2);
        assertThatThrownBy(() -> new BoxRows(small, Window.whole(3), Window.whole(3)))
                .hasMessageContaining("expected cells inside both");
    }
}
