package dev.shoal.qc.manual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.shoal.qc.flag.QcFlag;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeviationRateTest {

    private static final double OFF = Double.POSITIVE_INFINITY;

    @Test
    void flagsAStepOfManyDeviations() {
        // before the fifth: 1, 3, 1, 3 with a deviation of 1 and a last value of 3
        assertThat(flags(100, 3, 5, new long[] {0, 1, 2, 3, 4}, 1, 3, 1, 3, 6))
                .containsExactly(QcFlag.UNKNOWN, QcFlag.UNKNOWN, QcFlag.UNKNOWN, QcFlag.GOOD, QcFlag.GOOD);
        assertThat(flags(100, 3, 5, new long[] {0, 1, 2, 3, 4}, 1, 3, 1, 3, 6.1)[4])
                .isEqualTo(QcFlag.SUSPECT);
        assertThat(flags(100, 3, 5, new long[] {0, 1, 2, 3, 4}, 1, 3, 1, 3, -2.1)[4])
                .isEqualTo(QcFlag.FAIL);
    }

    @Test
    void looksNoFartherBackThanItsWindow() {
        assertThat(flags(2, 3, OFF, new long[] {0, 1, 2, 3, 4}, 99, 1, 3, 1, 4.9)[4])
                .isEqualTo(QcFlag.UNKNOWN);
        assertThat(flags(3, 3, OFF, new long[] {0, 1, 2, 3, 4}, 99, 1, 3, 1, 4.9)[4])
                .isEqualTo(QcFlag.SUSPECT);
        assertThat(flags(4, 3, OFF, new long[] {0, 1, 2, 3, 4}, 99, 1, 3, 1, 4.9)[4])
                .isEqualTo(QcFlag.GOOD);
    }

    @Test
    void saysNothingAfterAMissingValueTimeOrAStepBack() {
        assertThat(flags(100, 3, OFF, new long[] {0, 1, 2, 3, 4}, 1, 3, 1, Double.NaN, 9))
                .endsWith(QcFlag.MISSING, QcFlag.UNKNOWN);
        assertThat(flags(100, 3, OFF, new long[] {0, 1, 2, Long.MIN_VALUE, 4}, 1, 3, 1, 3, 9))
                .endsWith(QcFlag.UNKNOWN, QcFlag.UNKNOWN);
        assertThat(flags(100, 3, OFF, new long[] {0, 1, 2, 1, 2}, 1, 3, 1, 3, 9))
                .endsWith(QcFlag.UNKNOWN, QcFlag.UNKNOWN);
    }

    @Test
    void anyStepIsLargeWhereNothingVaried() {
        assertThat(flags(100, 3, OFF, new long[] {0, 1, 2, 3, 4}, 7, 7, 7, 7, 7.01))
                .endsWith(QcFlag.GOOD, QcFlag.SUSPECT);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void momentsAreThoseOfTheWindow(long seed) {
        Random random = new Random(seed);
        long length = 1L + random.nextInt(60);
        long[] times = times(random, 2000, 7);
        WindowMoments moments = new WindowMoments(length);
        double[] values = values(random, times.length, 1e6);
        for (int i = 0; i < times.length; i++) {
            WindowMoments.Moments found = moments.at(times[i]);
            int start = i;
            while (start > 0 && times[start - 1] >= times[i] - length) {
                start--;
            }
            double[] window = Arrays.copyOfRange(values, start, i);
            double mean = Arrays.stream(window).average().orElse(0);
            double variance = Arrays.stream(window)
                    .map(v -> (v - mean) * (v - mean))
                    .average()
                    .orElse(Double.NaN);
            assertThat(found.count()).isEqualTo(window.length);
            assertThat(found.mean()).isCloseTo(mean, within(1e-6));
            assertThat(found.deviation()).isEqualTo(Math.sqrt(variance), within(1e-6));
            moments.add(times[i], values[i]);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void anyPartThatBeginsAWindowEarlierGivesTheSameBits(long seed) {
        Random random = new Random(seed);
        long length = 1L + random.nextInt(60);
        long[] times = times(random, 800, 5);
        double[] values = values(random, times.length, 20);
        int start = 1 + random.nextInt(times.length - 1);
        int halo = start - 1;
        while (halo > 0 && times[halo - 1] >= times[start] - length) {
            halo--;
        }
        WindowMoments whole = new WindowMoments(length);
        WindowMoments part = new WindowMoments(length);
        for (int i = 0; i < times.length; i++) {
            WindowMoments.Moments expected = whole.at(times[i]);
            if (i >= halo) {
                WindowMoments.Moments found = part.at(times[i]);
                if (i >= start) {
                    assertThat(found.count()).isEqualTo(expected.count());
                    assertThat(Double.valueOf(found.mean())).isEqualTo(Double.valueOf(expected.mean()));
                    assertThat(Double.valueOf(found.deviation())).isEqualTo(Double.valueOf(expected.deviation()));
                }
                part.add(times[i], values[i]);
            }
            whole.add(times[i], values[i]);
        }
    }

    @Test
    void distanceFromTheMeanCountsTheSameWindow() {
        DeviationFromMean test = new DeviationFromMean(100, 3, 2, 4);
        double[] values = {1, 3, 1, 3, 4, 100, Double.NaN};
        byte[] flags = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            flags[i] = test.next(i, values[i]);
        }
        // before the fifth the mean is 2 and the deviation 1
        assertThat(flags)
                .containsExactly(
                        QcFlag.UNKNOWN,
                        QcFlag.UNKNOWN,
                        QcFlag.UNKNOWN,
                        QcFlag.GOOD,
                        QcFlag.GOOD,
                        QcFlag.FAIL,
                        QcFlag.MISSING);
    }

    private static long[] times(Random random, int size, int longest) {
        long[] times = new long[size];
        times[0] = -random.nextInt(1000);
        for (int i = 1; i < size; i++) {
            times[i] = times[i - 1] + (random.nextInt(50) == 0 ? 200 : random.nextInt(longest));
        }
        return times;
    }

    private static double[] values(Random random, int size, double offset) {
        return random.doubles(size).map(value -> offset + value).toArray();
    }

    private static byte[] flags(long length, double suspect, double fail, long[] times, double... values) {
        DeviationRate test = new DeviationRate(length, DeviationRate.FEWEST, suspect, fail);
        byte[] flags = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            flags[i] = test.next(times[i], values[i]);
        }
        return flags;
    }
}
