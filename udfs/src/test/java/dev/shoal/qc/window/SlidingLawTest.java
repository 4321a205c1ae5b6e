package dev.shoal.qc.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlidingLawTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void extremesAreThoseOfTheWindowItself(long seed) {
        Random random = new Random(seed);
        double[] values = values(random, 3000, 0, 1);
        int[] starts = starts(random, values.length);
        double[] minima = new double[values.length];
        double[] maxima = new double[values.length];
        SlidingExtremes extremes = new SlidingExtremes(values);
        inBlocks(random, values.length, (from, to) -> {
            double[] low = new double[to - from];
            double[] high = new double[to - from];
            extremes.next(Arrays.copyOfRange(starts, from, to), from, to, low, high);
            System.arraycopy(low, 0, minima, from, low.length);
            System.arraycopy(high, 0, maxima, from, high.length);
        });
        for (int i = 0; i < values.length; i++) {
            double[] window = finite(values, starts[i], i + 1);
            assertThat(minima[i])
                    .isEqualTo(Double.valueOf(Arrays.stream(window).min().orElse(Double.NaN)));
            assertThat(maxima[i])
                    .isEqualTo(Double.valueOf(Arrays.stream(window).max().orElse(Double.NaN)));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void mediansAreThoseOfTheWindowItself(long seed) {
        Random random = new Random(seed);
        double[] values = values(random, 2000, 0, 1);
        for (int i = 0; i < values.length; i += 2) {
            values[i] = Math.rint(values[i]);
        }
        int[] starts = starts(random, values.length);
        double[] medians = new double[values.length];
        SlidingMedian median = new SlidingMedian(values);
        inBlocks(random, values.length, (from, to) -> {
            double[] block = new double[to - from];
            median.next(Arrays.copyOfRange(starts, from, to), from, to, block);
            System.arraycopy(block, 0, medians, from, block.length);
        });
        for (int i = 0; i < values.length; i++) {
            double[] window = finite(values, starts[i], i + 1);
            Arrays.sort(window);
            double expected =
                    window.length == 0 ? Double.NaN : (window[window.length / 2] + window[(window.length - 1) / 2]) / 2;
            assertThat(Double.compare(medians[i], expected) == 0 || Math.abs(medians[i] - expected) < 1e-15)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void momentsAreThoseOfTwoPassesOverTheWindow(long seed) {
        Random random = new Random(seed);
        double[] values = values(random, 1500, 0, 1);
        for (int spike = 0; spike < 5; spike++) {
            values[random.nextInt(values.length)] = 1e6 * random.nextGaussian();
        }
        assertMoments(random, values, 1e-11);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void momentsOfALargeOffsetKeepTheirDigits(long seed) {
        Random random = new Random(seed);
        assertMoments(random, values(random, 1500, 1e9, 1e-3), 1e-11);
    }

    @Test
    void spikesThatHaveLeftTheWindowLeaveNothingBehind() {
        double[] values = new double[100];
        Arrays.fill(values, 7.3);
        values[3] = 1e12;
        double[] variances = moments(values, starts(values.length, 5))[2];
        for (int i = 8; i < values.length; i++) {
            assertThat(variances[i]).isZero();
        }
    }

    @Test
    void squaresThatOverflowGiveAnInfiniteVariance() {
        double[] variances = moments(new double[] {1e300, -1e300, Double.NaN}, starts(3, 3))[2];
        assertThat(variances).containsExactly(0, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    @Test
    void windowsWithoutValuesHaveNoMoments() {
        double[][] moments = moments(new double[] {Double.NaN, Double.POSITIVE_INFINITY, 2}, starts(3, 1));
        assertThat(moments[0]).containsExactly(0, 0, 1);
        assertThat(moments[1]).containsExactly(Double.NaN, Double.NaN, 2);
        assertThat(moments[2]).containsExactly(Double.NaN, Double.NaN, 0);
        assertThat(SlidingMoments.sampleVariance(1, 0)).isNaN();
        assertThat(SlidingMoments.sampleVariance(4, 3)).isEqualTo(4);
    }

    /** Checks against sums in exact arithmetic. */
    private static void assertMoments(Random random, double[] values, double relative) {
        int[] starts = starts(random, values.length);
        double[][] moments = moments(values, starts);
        BigDecimal[] sums = sums(values, 1);
        BigDecimal[] squares = sums(values, 2);
        for (int i = 0; i < values.length; i++) {
            int count = finite(values, starts[i], i + 1).length;
            assertThat(moments[0][i]).isEqualTo(count);
            if (count == 0) {
                assertThat(moments[2][i]).isNaN();
                continue;
            }
            BigDecimal n = BigDecimal.valueOf(count);
            BigDecimal sum = sums[i + 1].subtract(sums[starts[i]]);
            double mean = sum.divide(n, MathContext.DECIMAL128).doubleValue();
            double variance = squares[i + 1]
                    .subtract(squares[starts[i]])
                    .multiply(n)
                    .subtract(sum.pow(2))
                    .divide(n.pow(2), MathContext.DECIMAL128)
                    .doubleValue();
            assertThat(moments[1][i]).isCloseTo(mean, within(1e-15 * Math.abs(mean) + relative * Math.sqrt(variance)));
            assertThat(moments[2][i]).isCloseTo(variance, within(relative * variance));
        }
    }

    /** Returns the exact sum of the finite values, raised to a power, before each place. */
    private static BigDecimal[] sums(double[] values, int power) {
        BigDecimal[] sums = new BigDecimal[values.length + 1];
        sums[0] = BigDecimal.ZERO;
        for (int i = 0; i < values.length; i++) {
            sums[i + 1] = Double.isFinite(values[i]) ? sums[i].add(new BigDecimal(values[i]).pow(power)) : sums[i];
        }
        return sums;
    }

    private static double[][] moments(double[] values, int[] starts) {
        int[] counts = new int[values.length];
        double[] means = new double[values.length];
        double[] variances = new double[values.length];
        new SlidingMoments(values).next(starts, 0, values.length, counts, means, variances);
        return new double[][] {Arrays.stream(counts).asDoubleStream().toArray(), means, variances};
    }

    private static double[] finite(double[] values, int start, int end) {
        return Arrays.stream(values, start, end).filter(Double::isFinite).toArray();
    }

    private static double[] values(Random random, int size, double offset, double spread) {
        double[] values = new double[size];
        boolean missing = false;
        for (int i = 0; i < size; i++) {
            missing = random.nextInt(missing ? 3 : 40) == 0 ^ missing;
            values[i] = missing ? Double.NaN : offset + spread * random.nextGaussian();
        }
        values[size / 2] = Double.NEGATIVE_INFINITY;
        return values;
    }

    private static int[] starts(int size, int window) {
        int[] starts = new int[size];
        Window.samples(window).starts(0, size, starts);
        return starts;
    }

    /** Makes windows that now grow, now shrink, now jump. */
    private static int[] starts(Random random, int size) {
        int[] starts = new int[size];
        int start = 0;
        int calm = 0;
        for (int i = 0; i < size; i++) {
            if (calm-- <= 0) {
                start += random.nextInt(i - start + 1);
                calm = random.nextInt(700);
            }
            start = Math.min(i, start + random.nextInt(3));
            starts[i] = start;
        }
        return starts;
    }

    private static void inBlocks(Random random, int size, Block block) {
        for (int from = 0; from < size; ) {
            int to = Math.min(size, from + 1 + random.nextInt(400));
            block.run(from, to);
            from = to;
        }
    }

    private interface Block {
        void run(int from, int to);
    }
}
