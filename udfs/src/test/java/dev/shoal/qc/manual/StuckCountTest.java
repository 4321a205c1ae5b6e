package dev.shoal.qc.manual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shoal.qc.flag.QcFlag;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StuckCountTest {

    @Test
    void flagsTheRepetitionAfterAsManyAsCounted() {
        assertThat(flags(2, 3, 0.01, 5, 5, 5, 5, 5, 6))
                .containsExactly(QcFlag.GOOD, QcFlag.GOOD, QcFlag.SUSPECT, QcFlag.FAIL, QcFlag.FAIL, QcFlag.GOOD);
    }

    @Test
    void comparesWithThePresentValue() {
        // 0.6 and 1.2 lie apart, but 0.5 lies near all before it
        assertThat(flags(3, StuckCount.NEVER, 1, 0, 0.6, 1.2, 0.5))
                .containsExactly(QcFlag.GOOD, QcFlag.GOOD, QcFlag.GOOD, QcFlag.SUSPECT);
    }

    @Test
    void aMissingValueEndsTheRepetition() {
        assertThat(flags(2, StuckCount.NEVER, 0.01, 5, 5, Double.NaN, 5, 5, 5))
                .containsExactly(QcFlag.GOOD, QcFlag.GOOD, QcFlag.MISSING, QcFlag.GOOD, QcFlag.GOOD, QcFlag.SUSPECT);
    }

    @Test
    void aDifferenceAsLargeAsTheToleranceIsOne() {
        assertThat(flags(1, StuckCount.NEVER, 0.5, 1, 1.5, 1.75))
                .containsExactly(QcFlag.GOOD, QcFlag.GOOD, QcFlag.SUSPECT);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void isWhatOneFindsByLookingBack(long seed) {
        Random random = new Random(seed);
        double[] values = random.doubles(3000)
                .map(value -> value < 0.02 ? Double.NaN : Math.floor(value * 4) / 4)
                .toArray();
        for (int i = 1; i < values.length; i++) {
            values[i] = random.nextInt(3) > 0 ? values[i - 1] : values[i];
        }
        int count = 1 + random.nextInt(8);
        byte[] flags = flags(count, count + 3, 0.3, values);
        for (int i = 0; i < values.length; i++) {
            byte expected =
                    held(values, i, count + 3) ? QcFlag.FAIL : held(values, i, count) ? QcFlag.SUSPECT : QcFlag.GOOD;
            assertThat(flags[i]).isEqualTo(Double.isNaN(values[i]) ? QcFlag.MISSING : expected);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void needsNoMoreThanItsCountBefore(long seed) {
        Random random = new Random(seed);
        double[] values = random.ints(500, 0, 2).asDoubleStream().toArray();
        byte[] whole = flags(2, 4, 0.1, values);
        int start = 4 + random.nextInt(400);
        byte[] part = flags(2, 4, 0.1, Arrays.copyOfRange(values, start - 4, values.length));
        assertThat(Arrays.copyOfRange(part, 4, part.length)).isEqualTo(Arrays.copyOfRange(whole, start, whole.length));
    }

    @Test
    void refusesAToleranceThatNothingMeets() {
        assertThatThrownBy(() -> new StuckCount(3, 5, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Cannot count repetitions: found 3 and 5 repetitions and a tolerance of 0.0, expected at"
                        + " least 1 and one above 0.");
    }

    private static boolean held(double[] values, int at, int count) {
        boolean held = at >= count;
        for (int i = at; held && i >= at - count; i--) {
            held = Math.abs(values[at] - values[i]) < 0.3;
        }
        return held;
    }

    private static byte[] flags(long suspect, long fail, double tolerance, double... values) {
        StuckCount count = new StuckCount(suspect, fail, tolerance);
        byte[] flags = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            flags[i] = count.next(values[i]);
        }
        return flags;
    }
}
