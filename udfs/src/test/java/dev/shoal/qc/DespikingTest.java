package dev.shoal.qc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DespikingTest {

    private static final double NAN = Double.NaN;

    private static final double OFF = Double.POSITIVE_INFINITY;

    @Test
    void hampelCountsFromTheMedianAround() {
        // Around 9: 2 3 9 4 3, median 3, deviations 1 0 6 1 0, their median 1: 6 / 1.4826 = 4.05
        assertThat(flags(new Hampel(5, 0, 3, 4), 1, 2, 3, 9, 4, 3, NAN, 2)).containsExactly(1, 1, 1, 4, 1, 1, 9, 2);
        assertThat(flags(new Hampel(5, 0, 3, 4.1), 1, 2, 3, 9, 4, 3, NAN, 2)).containsExactly(1, 1, 1, 3, 1, 1, 9, 2);
    }

    @Test
    void hampelDoesNotJudgeByFewerThanThreeValues() {
        assertThat(flags(new Hampel(3, 0, 1, 2), 1, 9, NAN, 1, NAN)).containsExactly(2, 2, 9, 2, 9);
    }

    @Test
    void hampelTakesADigitInCalmWaterForNoSpike() {
        assertThat(flags(new Hampel(5, 0, OFF, 5), 4, 4, 4, 4.001, 4, 4, 4)).containsExactly(1, 1, 1, 4, 1, 1, 1);
        assertThat(flags(new Hampel(5, 0.001, OFF, 5), 4, 4, 4, 4.001, 4, 4, 4)).containsOnly(1);
    }

    @Test
    void madCountsFromTheMedianOfAll() {
        // Median 3, deviations 2 1 0 1 17, their median 1: 17 / 1.4826 = 11.5
        assertThat(flags(new Mad(0, 1.4, 11), 1, 2, 3, 4, 20)).containsExactly(1, 1, 1, 1, 4);
        assertThat(flags(new Mad(0, 1.3, 12), 1, 2, 3, 4, 20)).containsExactly(3, 1, 1, 1, 3);
    }

    @Test
    void tukeyNeedsFourSamplesOnEachSide() {
        double[] values = {1, 1, 1, 1, 5, 1, 1, 1, 1, 1};
        assertThat(flags(new TukeySpike(TukeySpike.Scale.UNIT, 3, 4), values))
                .containsExactly(2, 2, 2, 2, 3, 1, 2, 2, 2, 2);
        assertThat(flags(new TukeySpike(TukeySpike.Scale.DEVIATION, 3, 4), 0, 1, 2, 3, 40, 5, 6, 7, 8))
                .containsExactly(2, 2, 2, 2, 4, 2, 2, 2, 2);
    }

    @Test
    void medianOfFiveNeedsTwoSamplesOnEachSide() {
        assertThat(flags(new MedianSpike(2, 4), 1, 1, 4, 1, 1, 9, 1, 1, NAN))
                .containsExactly(2, 2, 3, 1, 1, 4, 2, 2, 9);
    }

    @Test
    void gradientIsTheDistanceFromTheMeanOfTheNeighbours() {
        assertThat(flags(new Gradient(1, 2), 0, 1, 4, 1, 0, NAN, 1)).containsExactly(2, 1, 4, 1, 2, 9, 2);
    }

    @Test
    void aCounterThatRanOverJumps() {
        assertThat(flags(new DigitRollover(OFF, 5), 34.9, 35.0, 2.2, 2.3, NAN, 35))
                .containsExactly(2, 1, 4, 1, 9, 2);
    }

    @Test
    void aStuckSeriesFailsWhole() {
        assertThat(flags(new StuckValue(0, 2), 7, NAN, 7)).containsExactly(4, 9, 4);
        assertThat(flags(new StuckValue(0, 3), 7, NAN, 7)).containsExactly(1, 9, 1);
        assertThat(flags(new StuckValue(0.5, 2), 7, 7.5, 7)).containsExactly(4, 4, 4);
        assertThat(flags(new StuckValue(0, 2), 7, 7.5, 7)).containsExactly(1, 1, 1);
    }

    @Test
    void aHighRateIsRemembered() {
        assertThat(flags(new CumulativeRateOfChange(0.5, 1, 3), 0, 0, 4, 4, 4, 4, 4))
                .containsExactly(2, 1, 4, 3, 1, 1, 1);
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatThrownBy(() -> new Hampel(4, 0, 1, 2))
                .hasMessage(
                        "Cannot make a hampel test: found a window of 4 samples and a resolution of 0.0, expected an"
                                + " odd number of three at least and a resolution not below 0.");
        assertThatThrownBy(() -> new Mad(-1, 1, 2)).hasMessageContaining("found a resolution of -1.0");
        assertThatThrownBy(() -> new CumulativeRateOfChange(2, 1, 2)).hasMessageContaining("expected 0 to 1");
        assertThatThrownBy(() -> new StuckValue(NAN, 2)).hasMessageContaining("a tolerance of NaN");
        assertThatThrownBy(() -> new Gradient(NAN, 2)).hasMessageContaining("found a threshold NaN");
    }

    @Test
    void areReadFromConfigurations() {
        List<String> problems = new ArrayList<>();
        QcConfiguration configuration = QcConfiguration.parse(
                Map.of(
                        "x",
                        Map.of(
                                "hampel",
                                Map.of("window", 7, "fail_threshold", 5),
                                "tukey_53h",
                                Map.of("scale", "deviation"))),
                problems);
        assertThat(problems).isEmpty();
        assertThat(configuration.suite("x").orElseThrow().tests())
                .containsExactlyInAnyOrder(
                        new Hampel(7, 0, OFF, 5), new TukeySpike(TukeySpike.Scale.DEVIATION, OFF, OFF));
    }

    private static byte[] flags(SeriesTest test, double... values) {
        byte[] flags = new byte[values.length];
        test.flag(SomeSeries.minutely(values), flags);
        return flags;
    }
}
