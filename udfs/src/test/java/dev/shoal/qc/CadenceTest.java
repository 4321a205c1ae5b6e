package dev.shoal.qc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CadenceTest {

    @Test
    void takesTheMedianStep() {
        assertThat(Cadence.of(new long[] {0, 10, 20, 1000}, 4)).isEqualTo(new Cadence(4, 10));
        assertThat(Cadence.of(new long[] {0, 10, 25}, 3)).isEqualTo(new Cadence(3, 12.5));
    }

    @Test
    void leavesOutStepsFromAndToMissingTimes() {
        assertThat(Cadence.of(new long[] {0, 10, Series.NO_TIME, 500, 510}, 5))
                .isEqualTo(new Cadence(5, 10, Cadence.Order.BROKEN));
    }

    @Test
    void knowsNoIntervalOfFewerThanTwoTimes() {
        assertThat(Cadence.of(new long[0], 0)).isEqualTo(new Cadence(0, Double.NaN));
        assertThat(Cadence.of(new long[] {1, Series.NO_TIME}, 2))
                .isEqualTo(new Cadence(2, Double.NaN, Cadence.Order.BROKEN));
        assertThat(Cadence.of(new long[] {5}, 1).intervals(10)).isNegative();
    }

    @Test
    void countsWholeIntervals() {
        assertThat(new Cadence(9, 250_000).intervals(1.1)).isEqualTo(4);
        assertThat(new Cadence(9, -250_000).intervals(0.1)).isZero();
        assertThat(new Cadence(9, 1).intervals(1e9)).isEqualTo(Integer.MAX_VALUE);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void findsTheMedianThatSortingFinds(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            int range = 1 + random.nextInt(100);
            long[] numbers = random.longs(1 + random.nextInt(60), -range, range).toArray();
            long[] sorted = numbers.clone();
            Arrays.sort(sorted);
            int middle = sorted.length / 2;
            double expected = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2.0;
            assertThat(Median.of(numbers, numbers.length)).isEqualTo(expected);
        }
    }
}
