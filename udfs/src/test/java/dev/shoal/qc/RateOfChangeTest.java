package dev.shoal.qc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RateOfChangeTest {

    @Test
    void comparesTheChangePerSecond() {
        byte[] flags = flags(new RateOfChange(1, 2), micros(0, 10, 20, 30, 40), 0, 10, 21, -1, -1);
        assertThat(flags).containsExactly(1, 1, 3, 4, 1);
    }

    @Test
    void keepsFractionsOfASecond() {
        long[] tenPerSecond = {0, 100_000, 200_000, 300_000};
        assertThat(flags(new RateOfChange(5), tenPerSecond, 0, 1, 2, 2)).containsExactly(1, 3, 3, 1);
    }

    @Test
    void passesTheFirstSampleAndTheOneAfterAMissingOne() {
        byte[] flags = flags(new RateOfChange(0.1), micros(0, 1, 2, 3), 9, Double.NaN, 0, 9);
        assertThat(flags).containsExactly(1, 9, 1, 3);
    }

    @Test
    void comparesTheChangeItselfWhereTimeStandsStill() {
        assertThat(flags(new RateOfChange(5, 8), micros(0, 0, 0), 0, 6, -3)).containsExactly(1, 3, 4);
    }

    @Test
    void cannotJudgeWithoutBothTimes() {
        long[] times = {0, Series.NO_TIME, 2_000_000, 3_000_000};
        assertThat(flags(new RateOfChange(5), times, 0, 0, 0, 0)).containsExactly(1, 2, 2, 1);
    }

    @Test
    void refusesNaN() {
        assertThatThrownBy(() -> new RateOfChange(Double.NaN))
                .hasMessage("Cannot make a rate of change test: found a threshold NaN, expected a number.");
    }

    private static long[] micros(long... seconds) {
        long[] micros = seconds.clone();
        for (int i = 0; i < micros.length; i++) {
            micros[i] *= 1_000_000;
        }
        return micros;
    }

    private static byte[] flags(RateOfChange test, long[] times, double... values) {
        byte[] flags = new byte[values.length];
        test.flag(new Series(times, values, values.length), flags);
        return flags;
    }
}
