package dev.shoal.qc.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DespikingTest {

    private static final double NAN = Double.NaN;

    private static final Offset<Double> DIGITS = Offset.offset(1e-12);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void hampelScoreIsThatOfEachWindowByItself(long seed) {
        Random random = new Random(seed);
        double[] x = some(random, random.nextInt(400));
        int half = random.nextInt(seed % 2 == 0 ? 5 : 60);
        double resolution = random.nextBoolean() ? 0 : 0.25;
        double[] found = new HampelScore(x, x.length, half, resolution).ofAll(x.length);
        double[] expected = IntStream.range(0, x.length)
                .mapToDouble(i -> {
                    double[] window = Arrays.copyOfRange(x, Math.max(0, i - half), Math.min(x.length, i + half + 1));
                    double[] score = new MadScore(window, window.length, resolution).ofAll(window.length);
                    return score[i - Math.max(0, i - half)];
                })
                .toArray();
        assertThat(found).containsExactly(expected, DIGITS);
    }

    @Test
    void hampelScoreCountsInScaledDeviations() {
        double[] x = {1, 2, 3, 4, 100, NAN, 5, 6};
        double[] score = new HampelScore(x, x.length, 3, 0).ofAll(x.length);
        // Around 100: 2 3 4 100 5 6, median 4.5, deviations 2.5 1.5 0.5 95.5 0.5 1.5, their median 1.5
        assertThat(score[4]).isCloseTo(95.5 / (1.482602218505602 * 1.5), DIGITS);
        assertThat(score[5]).isNaN();
        // Around 1: 1 2 3 4, median 2.5, deviations 1.5 0.5 0.5 1.5, their median 1
        assertThat(score[0]).isCloseTo(1.5 / 1.482602218505602, DIGITS);
    }

    @Test
    void calmWaterCountsByTheResolution() {
        double[] x = {5, 5, 5, 5.01, 5, 5, 5};
        assertThat(new HampelScore(x, x.length, 3, 0).ofAll(x.length)[3]).isInfinite();
        assertThat(new HampelScore(x, x.length, 3, 0.01).ofAll(x.length)[3]).isCloseTo(1, Offset.offset(1e-9));
        assertThat(new MadScore(x, x.length, 0.01).ofAll(x.length)[3]).isCloseTo(1, Offset.offset(1e-9));
    }

    @Test
    void fewerThanThreeValuesHaveNoScore() {
        double[] x = {1, NAN, 2};
        assertThat(new HampelScore(x, 3, 5, 0).ofAll(3)).containsOnly(NAN);
        assertThat(new MadScore(x, 3, 0).ofAll(3)).containsOnly(NAN);
    }

    @Test
    void tukeysSmoothIsThatOfGoringAndNikora() {
        double[] x = {0, 1, -1, 2, -2, 3, 2, 4, 0, NAN};
        double[] excess = new double[x.length];
        Tukey53H.excess(x, x.length, 0, x.length, excess);
        // Medians of five 0 1 2 2 2 and of three 1 2 2 around -2: -2 - (1 + 2 * 2 + 2) / 4
        assertThat(excess).containsExactly(NAN, NAN, NAN, NAN, -3.75, NAN, NAN, NAN, NAN, NAN);
        assertThat(Tukey53H.deviationOfMedians(x, x.length)).isCloseTo(Math.sqrt(0.8), DIGITS);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void tukeysSmoothIsTheSameInBlocks(long seed) {
        Random random = new Random(seed);
        double[] x = some(random, 100);
        double[] whole = new double[x.length];
        Tukey53H.excess(x, x.length, 0, x.length, whole);
        for (int start = 0, end; start < x.length; start = end) {
            end = Math.min(x.length, start + 1 + random.nextInt(9));
            double[] block = new double[end - start];
            Tukey53H.excess(x, x.length, start, end, block);
            assertThat(block).containsExactly(Arrays.copyOfRange(whole, start, end));
        }
    }

    @Test
    void aHighRateIsForgottenSlowly() {
        double[] x = {1, -1, 2, 2, 3, 2, 4, NAN, 4, 4.5};
        assertThat(new CumulativeRate(x, 0.8).ofAll(x.length))
                .containsExactly(new double[] {NAN, 2, 3, 2.4, 2.12, 1.896, 2, NAN, NAN, 0.5}, DIGITS);
    }

    private static double[] some(Random random, int size) {
        double[] x = new double[size];
        for (int i = 0; i < size; i++) {
            x[i] = random.nextInt(10) == 0 ? NAN : random.nextInt(12) / 4.0;
        }
        return x;
    }
}
