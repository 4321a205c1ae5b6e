package dev.shoal.qc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SpikeTest {

    private static final double NAN = Double.NaN;

    @Test
    void measuresAgainstTheMeanOfTheNeighbours() {
        Spike test = new Spike(25, 50, Spike.Method.AVERAGE);
        assertThat(flags(test, 10, 12, 999.99, 13, 15, 40, 9, 9)).containsExactly(2, 4, 4, 4, 1, 3, 1, 2);
    }

    @Test
    void measuresTheSmallerStepWhereBothGoBack() {
        Spike test = new Spike(1, 3, Spike.Method.DIFFERENTIAL);
        assertThat(flags(test, 0, 2, 0, -3.5, 0, 4, 8, 8)).containsExactly(2, 3, 1, 4, 1, 1, 1, 2);
    }

    @Test
    void passesAnExcessEqualToTheThreshold() {
        assertThat(flags(new Spike(2, 4, Spike.Method.AVERAGE), 0, 2, 0, 4, 0, 4.5, 0))
                .containsExactly(2, 1, 3, 3, 4, 4, 2);
    }

    @Test
    void cannotJudgeBesideAMissingValue() {
        for (Spike.Method method : Spike.Method.values()) {
            assertThat(flags(new Spike(1, 2, method), NAN, 5, 0, 9, NAN, 3, 0, Double.POSITIVE_INFINITY))
                    .as("%s", method)
                    .containsExactly(9, 2, 4, 2, 9, 2, 2, 9);
        }
    }

    @Test
    void takesZeroAsNoThreshold() {
        Spike test = new Spike(0, 100, Spike.Method.AVERAGE);
        assertThat(test.suspect()).isEqualTo(Spike.OFF);
        assertThat(flags(test, 0, 50, 0)).containsExactly(2, 1, 2);
        assertThat(test.describe()).isEqualTo("spike (average): fail above 100.0");
    }

    @Test
    void refusesNaNThresholds() {
        assertThatThrownBy(() -> new Spike(NAN, 1, Spike.Method.AVERAGE))
                .hasMessage("Cannot make a spike test: found a threshold NaN, expected a number.");
    }

    private static byte[] flags(Spike test, double... values) {
        byte[] flags = new byte[values.length];
        test.flag(SomeSeries.minutely(values), flags);
        return flags;
    }
}
