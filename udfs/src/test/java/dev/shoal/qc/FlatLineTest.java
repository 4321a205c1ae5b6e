package dev.shoal.qc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shoal.qc.flag.QcFlag;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlatLineTest {

    private static final double NAN = Double.NaN;

    @Test
    void flagsTheEndOfAStretchThatStaysWithinTheTolerance() {
        byte[] flags = flags(new FlatLine(120, 240, 0.01), 1, 5, 5, 5.001, 5, 5, 5, 6, 6);
        assertThat(flags).containsExactly(1, 1, 1, 3, 3, 4, 4, 1, 1);
    }

    @Test
    void doesNotCountMissingSamplesWithinAStretch() {
        assertThat(flags(new FlatLine(120, 180, 0.5), 5, NAN, 5, NAN, 5)).containsExactly(1, 9, 3, 9, 4);
    }

    @Test
    void neverFlagsWithoutATolerance() {
        assertThat(flags(new FlatLine(0, 60, 0), 5, 5, 5, 5)).containsOnly(1);
    }

    @Test
    void passesSeriesOfFewerThanThreeSamples() {
        assertThat(flags(new FlatLine(0, 0, 1), 5, NAN)).containsExactly(1, 1);
    }

    @Test
    void cannotJudgeWhereTimeStandsStillOrRunsBack() {
        double[] values = {5, 5, 5};
        for (long step : new long[] {0, -1_000_000}) {
            byte[] flags = new byte[3];
            new FlatLine(1, 2, 0.1).flag(new Series(new long[] {0, step, 2 * step}, values, 3), flags);
            assertThat(flags).as("step %d", step).containsOnly(2);
        }
    }

    @Test
    void asksForTheWholeSeriesUntilItsCadenceIsKnown() {
        FlatLine test = new FlatLine(120, 601, 0.01);
        assertThat(test.reach(Cadence.UNMEASURED)).isEqualTo(Reach.WHOLE);
        assertThat(test.reach(new Cadence(1000, 60e6))).isEqualTo(Reach.samples(10, 0));
    }

    @Test
    void refusesNegativeStretches() {
        assertThatThrownBy(() -> new FlatLine(-1, 2, 0.1))
                .hasMessage("Cannot make a flat line test: found stretches of -1.0 and 2.0 s and a tolerance of 0.1,"
                        + " expected lengths not below 0 and a number.");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void agreesWithLookingAtEveryWindow(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            Series series = SomeSeries.random(random.nextLong());
            int suspect = random.nextInt(12);
            int fail = random.nextInt(40);
            double tolerance = random.nextInt(5) / 4.0;
            Series known = new Series(
                    series.timeMicros(), series.values(), series.size(), new Cadence(series.size(), 1_000_000));
            byte[] flags = new byte[series.size()];
            new FlatLine(suspect, fail, tolerance).flag(known, flags);
            assertThat(flags).isEqualTo(windowByWindow(known, suspect, fail, tolerance));
        }
    }

    private static byte[] windowByWindow(Series series, int suspect, int fail, double tolerance) {
        byte[] flags = new byte[series.size()];
        for (int i = 0; i < flags.length; i++) {
            if (flags.length < 3) {
                flags[i] = QcFlag.GOOD;
            } else if (!Double.isFinite(series.values()[i])) {
                flags[i] = QcFlag.MISSING;
            } else if (isFlat(series.values(), i - fail, i, tolerance)) {
                flags[i] = QcFlag.FAIL;
            } else {
                flags[i] = isFlat(series.values(), i - suspect, i, tolerance) ? QcFlag.SUSPECT : QcFlag.GOOD;
            }
        }
        return flags;
    }

    private static boolean isFlat(double[] values, int first, int last, double tolerance) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = Math.max(0, first); i <= last; i++) {
            low = Double.isFinite(values[i]) ? Math.min(low, values[i]) : low;
            high = Double.isFinite(values[i]) ? Math.max(high, values[i]) : high;
        }
        return first >= 0 && high - low < tolerance;
    }

    private static byte[] flags(FlatLine test, double... values) {
        byte[] flags = new byte[values.length];
        test.flag(SomeSeries.minutely(values), flags);
        return flags;
    }
}
