package dev.shoal.stage.zarr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shoal.plan.ChunkGrid;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Stretches of chunks follow one another, and each is a box. */
final class ManifestCutTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void everyChunkIsInTheOneBoxOfItsStretch(int seed) {
        Random random = new Random(seed);
        long[] shape = new long[random.nextInt(4)];
        long[] chunk = new long[shape.length];
        for (int axis = 0; axis < shape.length; axis++) {
            shape[axis] = 1L + random.nextInt(9);
            chunk[axis] = 1;
        }
        ChunkGrid grid = new ChunkGrid(shape, chunk);
        ManifestCut cut = new ManifestCut(grid, 1L + random.nextInt(40));

        long next = 0;
        for (long part = 0; next < grid.count(); part++) {
            long end = cut.end(part);
            assertThat(end).isGreaterThan(next).isLessThanOrEqualTo(grid.count());
            assertThat(end - next).isLessThanOrEqualTo(Math.max(1, cut.most()));
            long box = 1;
            long[] first = grid.index(next);
            long[] last = grid.index(end - 1);
            for (int axis = 0; axis < shape.length; axis++) {
                box *= last[axis] - first[axis] + 1;
            }
            assertThat(box).isEqualTo(end - next);
            for (long ordinal = next; ordinal < end; ordinal++) {
                assertThat(cut.part(ordinal)).isEqualTo(part);
            }
            next = end;
        }
    }
}
