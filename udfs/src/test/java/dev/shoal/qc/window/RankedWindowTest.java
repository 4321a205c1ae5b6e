package dev.shoal.qc.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RankedWindowTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 10, 77, 300})
    void treesAndSortedArraysGiveTheSame(int slots) {
        Random random = new Random(slots);
        RankedWindow tree = new TreeWindow(slots);
        RankedWindow sorted = new SortedWindow(slots);
        double[] values = new double[slots];
        List<Integer> taken = new ArrayList<>();
        List<Integer> free = new ArrayList<>();
        for (int slot = 0; slot < slots; slot++) {
            free.add(slot);
        }
        for (int step = 0; step < 20 * slots + 100; step++) {
            boolean add = taken.isEmpty() || (!free.isEmpty() && random.nextInt(3) > 0);
            List<Integer> from = add ? free : taken;
            int slot = from.remove(random.nextInt(from.size()));
            (add ? taken : free).add(slot);
            if (add) {
                values[slot] = random.nextBoolean() ? random.nextInt(7) : random.nextGaussian();
                tree.add(slot, values[slot]);
                sorted.add(slot, values[slot]);
            } else {
                tree.take(slot, values[slot]);
                sorted.take(slot, values[slot]);
            }
            assertThat(tree.size()).isEqualTo(sorted.size()).isEqualTo(taken.size());
            if (!taken.isEmpty()) {
                assertThat(tree.median()).isEqualTo(sorted.median());
                assertThat(tree.medianDistance(tree.median())).isEqualTo(sorted.medianDistance(sorted.median()));
            }
        }
    }
}
