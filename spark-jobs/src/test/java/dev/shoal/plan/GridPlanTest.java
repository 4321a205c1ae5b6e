package dev.shoal.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GridPlanTest {

    private static final FieldLayout LAYOUT = new FieldLayout(3, 0, -1, 1, 2);

    private static PlannedArray array(String name, long steps, ChunkGrid target, long... unit) {
        List<StepSource> sources = new ArrayList<>(Collections.nCopies((int) steps, new StepSource(0, 0)));
        return new PlannedArray(name, LAYOUT, 0, -1, sources, target, 1, unit);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void givesEveryChunkToExactlyOneUnit(long seed) {
        Random random = new Random(seed);
        List<PlannedArray> arrays = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            long[] shape = {1 + random.nextInt(20), 1 + random.nextInt(20), 1 + random.nextInt(20)};
            long[] chunk = {1 + random.nextInt(6), 1 + random.nextInt(6), 1 + random.nextInt(6)};
            ChunkGrid target = new ChunkGrid(shape, chunk);
            arrays.add(array("v" + i, shape[0], target, 1 + random.nextInt(3), 1 + random.nextInt(3), 1));
        }
        GridPlan plan = new GridPlan(List.of("a"), arrays, 0);
        Set<String> seen = new HashSet<>();
        for (long ordinal = 0; ordinal < plan.unitCount(); ordinal++) {
            WorkUnit unit = plan.unit(ordinal);
            for (long[] chunk : ChunkGrid.walk(unit.chunks())) {
                assertThat(seen.add(unit.array()
                                + List.of(chunk[0], chunk[1], chunk[2]).toString()))
                        .isTrue();
            }
        }
        long chunks = arrays.stream().mapToLong(array -> array.target().count()).sum();
        assertThat(seen).hasSize((int) chunks);
    }

    @Test
    void plansOnlyUnitsWithStepsToWrite() {
        ChunkGrid target = new ChunkGrid(new long[] {25, 4, 4}, new long[] {10, 4, 4});
        GridPlan plan = new GridPlan(List.of("a"), List.of(array("sst", 25, target, 1, 1, 1)), 24);
        assertThat(plan.unitCount()).isEqualTo(1);
        assertThat(plan.unit(0).chunks().start(0)).isEqualTo(2);
        assertThatThrownBy(() -> plan.unit(1)).hasMessageContaining("Cannot find unit 1 of 1");
    }

    @Test
    void refusesANumberOfStepsThatIsNotThatOfTheArray() {
        ChunkGrid target = new ChunkGrid(new long[] {25, 4, 4}, new long[] {10, 4, 4});
        assertThatThrownBy(() -> array("sst", 24, target, 1, 1, 1)).hasMessageContaining("found 24 steps, expected 25");
    }

    @Test
    void makesUnitsSmallerUntilTheyFitTheBudget() {
        ChunkGrid target = new ChunkGrid(new long[] {100, 1000, 1000}, new long[] {10, 100, 100});
        UnitSizing sizing = new UnitSizing(2, 8, 1_000_000, 8, 0, 20_000_000);
        long[] unit = sizing.choose(target, "sst");
        assertThat(sizing.bytes(target, unit)).isLessThanOrEqualTo(20_000_000);
        assertThat(unit).containsExactly(1, 2, 10);
    }

    @Test
    void reckonsTheChunkOnItsWayToTheStoreWhole() {
        ChunkGrid target = new ChunkGrid(new long[] {5, 100, 100}, new long[] {10, 100, 100});
        UnitSizing sizing = new UnitSizing(2, 4, 10_000, 26, 16, 20_000_000);
        assertThat(sizing.bytes(target, new long[] {1, 1, 1})).isEqualTo(50_000 * 4 + 10_000 * 26 + 100_000 * 16);
    }

    @Test
    void saysWhatToDoWhereNoChunkFits() {
        ChunkGrid target = new ChunkGrid(new long[] {100, 1000, 1000}, new long[] {100, 1000, 1000});
        assertThatThrownBy(() -> new UnitSizing(2, 8, 1_000_000, 8, 0, 20_000_000).choose(target, "sst"))
                .hasMessageContaining("Cannot plan 'sst'")
                .hasMessageContaining("Choose smaller chunks or a larger output.task-memory");
    }
}
