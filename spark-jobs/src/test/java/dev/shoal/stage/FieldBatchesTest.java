package dev.shoal.stage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shoal.plan.ChunkGrid;
import dev.shoal.plan.FieldLayout;
import dev.shoal.plan.PlannedArray;
import dev.shoal.plan.StepSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldBatchesTest {

    private static PlannedArray array(List<StepSource> steps) {
        return new PlannedArray(
                "sst",
                new FieldLayout(3, 0, -1, 1, 2),
                0,
                -1,
                steps,
                new ChunkGrid(new long[] {steps.size(), 1, 1}, new long[] {10, 1, 1}),
                1,
                new long[] {1, 1, 1});
    }

    @Test
    void endsABatchWhereAStorageChunkEnds() {
        List<StepSource> steps = new ArrayList<>();
        for (int step = 2; step < 9; step++) {
            steps.add(new StepSource(0, step));
        }
        assertThat(FieldBatches.of(array(steps), 0, 7, 4))
                .extracting(batch -> batch.firstTarget() + ":" + batch.steps())
                .containsExactly("0:[2:4]", "2:[4:8]", "6:[8:9]");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void takesEveryPresentStepOnceAndNoOther(long seed) {
        Random random = new Random(seed);
        List<StepSource> steps = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            steps.add(
                    random.nextInt(5) == 0
                            ? StepSource.ABSENT
                            : new StepSource(i / 13, random.nextBoolean() ? i : 59 - i));
        }
        int from = random.nextInt(20);
        int to = from + random.nextInt(40);
        List<Integer> taken = new ArrayList<>();
        for (FieldBatch batch : FieldBatches.of(array(steps), from, to, 1 + random.nextInt(6))) {
            for (int i = 0; i < batch.count(); i++) {
                int target = batch.firstTarget() + i;
                assertThat(steps.get(target))
                        .isEqualTo(
                                new StepSource(batch.file(), (int) batch.steps().start(0) + i));
                taken.add(target);
            }
        }
        List<Integer> present = new ArrayList<>();
        for (int i = from; i < to; i++) {
            if (steps.get(i).isPresent()) {
                present.add(i);
            }
        }
        assertThat(taken).isEqualTo(present);
    }
}
