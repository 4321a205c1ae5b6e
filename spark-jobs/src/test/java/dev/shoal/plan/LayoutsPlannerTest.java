package dev.shoal.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Several layouts at once: each source chunk read once where that fits, each target chunk written once, in bounds. */
class LayoutsPlannerTest {

    private static final long MIB = 1 << 20;
    private static final long[] CUBE = {480, 720, 1440};

    private static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    private static ChunkGrid grid(Random random, long[] shape) {
        long[] chunk = new long[shape.length];
        for (int axis = 0; axis < chunk.length; axis++) {
            chunk[axis] = 1L + random.nextInt((int) shape[axis] + 2);
        }
        return new ChunkGrid(shape, chunk);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theLawsHoldForAllLayoutsTogether(long seed) {
        Random random = new Random(seed);
        long[] shape = random.longs(1 + random.nextInt(3), 1, 13).toArray();
        ChunkGrid source = grid(random, shape);
        List<ChunkGrid> targets = new ArrayList<>();
        double least = 0;
        for (int layout = 0; layout < 1 + random.nextInt(3); layout++) {
            ChunkGrid target = grid(random, shape);
            targets.add(target);
            least = Math.max(least, new RechunkMemory(source, target, 4).direct(target.chunk()));
        }
        long most = (long) (least * (1 + random.nextInt(20)));
        RechunkBudget budget = new RechunkBudget(most, 1 + random.nextInt(4));
        List<RechunkPlan> plans = new LayoutsPlanner(source, targets, 4, budget, RechunkCosts.STANDARD).plan();
        assertThat(plans).hasSameSizeAs(targets);
        long reads = 0;
        for (int layout = 0; layout < targets.size(); layout++) {
            RechunkPlan plan = plans.get(layout);
            assertThat(plan.target()).isEqualTo(targets.get(layout));
            assertThat(plan.taskBytes()).isLessThanOrEqualTo(most);
            for (long[] chunk : ChunkGrid.walk(new Window(new long[shape.length], counts(plan.target())))) {
                assertThat(plan.writes().touching(plan.target().window(chunk)).size())
                        .isEqualTo(1);
            }
            reads += plan.mostDecodes();
        }
        boolean shared = RechunkPlan.shareReads(plans);
        assertThat(RechunkPlan.mostDecodes(plans)).isEqualTo(shared ? 1 : reads);
        if (shared) {
            ChunkGrid boxes = plans.get(0).reads();
            for (long[] chunk : ChunkGrid.walk(new Window(new long[shape.length], counts(source)))) {
                assertThat(boxes.touching(source.window(chunk)).size()).isEqualTo(1);
            }
        }
    }

    private static long[] counts(ChunkGrid grid) {
        return LongStream.range(0, grid.rank())
                .map(axis -> grid.count((int) axis))
                .toArray();
    }

    private static List<RechunkPlan> cube(long diskBytes, long[]... targets) {
        List<ChunkGrid> grids = new ArrayList<>();
        for (long[] target : targets) {
            grids.add(new ChunkGrid(CUBE, target));
        }
        return new LayoutsPlanner(
                        new ChunkGrid(CUBE, new long[] {1, 720, 1440}),
                        grids,
                        4,
                        new RechunkBudget(256 * MIB, 4, diskBytes),
                        RechunkCosts.STANDARD)
                .plan();
    }

    @Test
    void mapsAreWrittenWhereTheyAreReadAndSeriesGoThroughTheShuffle() {
        List<RechunkPlan> plans = cube(Long.MAX_VALUE, new long[] {1, 360, 720}, new long[] {480, 60, 60});
        assertThat(plans).extracting(RechunkPlan::way).containsExactly(RechunkWay.DIRECT, RechunkWay.SHUFFLE);
        assertThat(RechunkPlan.mostDecodes(plans)).isEqualTo(1);
    }

    @Test
    void disksThatHoldTooLittleMakeLayoutsGoAlone() {
        List<RechunkPlan> plans = cube(MIB, new long[] {1, 360, 720}, new long[] {480, 60, 60});
        assertThat(RechunkPlan.shareReads(plans)).isFalse();
        assertThat(plans).extracting(RechunkPlan::way).doesNotContain(RechunkWay.SHUFFLE);
        assertThat(RechunkPlan.mostDecodes(plans))
                .isEqualTo(plans.get(0).mostDecodes() + plans.get(1).mostDecodes());
    }
}
