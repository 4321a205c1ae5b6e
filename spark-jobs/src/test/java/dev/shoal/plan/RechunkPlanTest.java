package dev.shoal.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RechunkPlanTest {

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

    private static Stream<RechunkPlan> plans(long seed) {
        Random random = new Random(seed);
        long[] shape = random.longs(1 + random.nextInt(3), 1, 13).toArray();
        ChunkGrid source = grid(random, shape);
        ChunkGrid target = grid(random, shape);
        int bytes = 1 << random.nextInt(4);
        RechunkMemory memory = new RechunkMemory(source, target, bytes);
        long most = (long) (memory.direct(target.chunk()) * (1 + random.nextInt(20)) + 4 * memory.sourceChunk());
        RechunkCosts costs = new RechunkCosts(2, 4, 1.5, 5, 1 + random.nextInt(2000), 30, 5);
        RechunkPlanner planner =
                new RechunkPlanner(source, target, bytes, new RechunkBudget(most, 1 + random.nextInt(4)), costs);
        return Stream.concat(
                        Stream.of(planner.plan()),
                        Arrays.stream(RechunkWay.values()).map(planner::plan))
                .peek(plan -> assertThat(plan.taskBytes()).isLessThanOrEqualTo(most));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyTargetChunkIsWrittenByExactlyOneBox(long seed) {
        plans(seed).forEach(plan -> {
            for (long[] index : ChunkGrid.walk(Window.whole(counts(plan.target())))) {
                assertThat(plan.writes().touching(plan.target().window(index)).size())
                        .isEqualTo(1);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everySourceChunkIsReadAsOftenAsSaid(long seed) {
        plans(seed).forEach(plan -> {
            long most = 0;
            long all = 0;
            for (long[] index : ChunkGrid.walk(Window.whole(counts(plan.source())))) {
                long reads = plan.reads().touching(plan.source().window(index)).size();
                most = Math.max(most, reads);
                all += reads;
            }
            assertThat(plan.mostDecodes()).isEqualTo(most);
            assertThat(plan.decodes()).isEqualTo(all);
            if (plan.way() != RechunkWay.DIRECT) {
                assertThat(most).isEqualTo(1);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyCellIsPassedOnOnceInEveryStage(long seed) {
        plans(seed).forEach(plan -> {
            long pieces = 0;
            for (int stage = 1; stage < plan.stages().size(); stage++) {
                ChunkGrid from = plan.stages().get(stage - 1);
                ChunkGrid to = plan.stages().get(stage);
                Map<Long, Integer> passed = new HashMap<>();
                for (long[] box : ChunkGrid.walk(Window.whole(counts(from)))) {
                    for (long[] next : ChunkGrid.walk(to.touching(from.window(box)))) {
                        Optional<Window> piece = from.window(box).intersect(to.window(next));
                        ChunkGrid cells = new ChunkGrid(plan.source().shape(), ones(from.rank()));
                        for (long[] cell : ChunkGrid.walk(piece.orElseThrow())) {
                            passed.merge(cells.ordinal(cell), 1, Integer::sum);
                        }
                        pieces++;
                    }
                }
                assertThat(passed)
                        .hasSize((int) Window.whole(plan.source().shape()).size());
                assertThat(passed.values()).containsOnly(1);
            }
            assertThat(plan.pieces()).isEqualTo(pieces);
        });
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theCheapestWayIsTaken(long seed) {
        double[] seconds = plans(seed).mapToDouble(RechunkPlan::seconds).toArray();
        assertThat(seconds[0]).isEqualTo(Arrays.stream(seconds).min().orElseThrow());
    }

    private static long[] counts(ChunkGrid grid) {
        return LongStream.range(0, grid.rank())
                .map(axis -> grid.count((int) axis))
                .toArray();
    }

    private static long[] ones(int rank) {
        long[] ones = new long[rank];
        Arrays.fill(ones, 1);
        return ones;
    }

    private static RechunkPlan cube(long[] source, long[] target, long mib) {
        return new RechunkPlanner(
                        new ChunkGrid(CUBE, source),
                        new ChunkGrid(CUBE, target),
                        Float.BYTES,
                        new RechunkBudget(mib * MIB, 4),
                        RechunkCosts.STANDARD)
                .plan();
    }

    @Test
    void mapsGoToSeriesThroughTheShuffle() {
        RechunkPlan plan = cube(new long[] {1, 720, 1440}, new long[] {480, 60, 60}, 512);
        assertThat(plan.way()).isEqualTo(RechunkWay.SHUFFLE);
        assertThat(plan.mostDecodes()).isEqualTo(1);
        assertThat(plan.toString())
                .contains("[480, 720, 1440], 1.9 GiB: chunks [1, 720, 1440] -> [480, 60, 60]")
                .contains("each of 480 source chunks is decoded at most 1 x (480 decodes in all)")
                .contains("each of 288 target chunks is written once");
    }

    @Test
    void chunksOfTheSameShapeAreCopied() {
        RechunkPlan plan = cube(new long[] {15, 360, 720}, new long[] {15, 360, 720}, 512);
        assertThat(plan.way()).isEqualTo(RechunkWay.DIRECT);
        assertThat(plan.decodes()).isEqualTo(128);
    }

    @Test
    void lessMemoryMakesSmallerBoxes() {
        RechunkPlan large = cube(new long[] {15, 360, 720}, new long[] {480, 60, 60}, 512);
        RechunkPlan small = cube(new long[] {15, 360, 720}, new long[] {480, 60, 60}, 100);
        assertThat(large.taskBytes()).isLessThanOrEqualTo(512 * MIB);
        assertThat(small.taskBytes()).isLessThanOrEqualTo(100 * MIB);
        assertThat(small.seconds()).isGreaterThanOrEqualTo(large.seconds());
    }

    @Test
    void dataLargerThanTheDisksGoThroughAStore() {
        RechunkPlan plan = new RechunkPlanner(
                        new ChunkGrid(CUBE, new long[] {1, 720, 1440}),
                        new ChunkGrid(CUBE, new long[] {480, 60, 60}),
                        Float.BYTES,
                        new RechunkBudget(128 * MIB, 4, MIB),
                        RechunkCosts.STANDARD)
                .plan();
        assertThat(plan.way()).isNotEqualTo(RechunkWay.SHUFFLE);
    }

    @Test
    void manySmallPiecesGoByWayOfBoxesBetween() {
        long[] shape = {20_000, 20_000};
        RechunkPlan plan = new RechunkPlanner(
                        new ChunkGrid(shape, new long[] {1, 20_000}),
                        new ChunkGrid(shape, new long[] {20_000, 1}),
                        Float.BYTES,
                        new RechunkBudget(MIB, 4),
                        RechunkCosts.STANDARD)
                .plan(RechunkWay.SHUFFLE);
        assertThat(plan.stages()).hasSizeGreaterThan(2);
        assertThat(plan.pieces()).isLessThan(4_000_000);
    }

    @Test
    void refusesABudgetThatHoldsNoChunk() {
        assertThatThrownBy(() -> cube(new long[] {1, 720, 1440}, new long[] {480, 60, 60}, 1))
                .hasMessageContaining("the budget is 1.0 MiB. Choose smaller chunks or more memory.");
    }

    @Test
    void refusesBoxesThatCutTargetChunks() {
        ChunkGrid grid = new ChunkGrid(new long[] {10}, new long[] {4});
        ChunkGrid cut = new ChunkGrid(new long[] {10}, new long[] {6});
        assertThatThrownBy(() -> new RechunkPlan(grid, grid, 4, RechunkWay.DIRECT, List.of(cut), 1, 1))
                .hasMessageContaining("write boxes that cut a target chunk");
    }
}
