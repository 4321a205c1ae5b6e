package dev.shoal.qc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shoal.qc.flag.QcFlag;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GriddedClimatologyTest {

    private static final double NAN = Double.NaN;

    private static byte[] flags(SeriesTest test, double[] mean, double[] deviation, double[] count, double... values) {
        byte[] flags = new byte[values.length];
        Companions beside = Companions.NONE
                .with("woa_mean", mean)
                .with("woa_std", deviation)
                .with("woa_count", count);
        test.flag(SomeSeries.minutely(values).with(beside), flags);
        return flags;
    }

    @Test
    void flagsWhatIsManyDeviationsFromTheMean() {
        double[] mean = {10, 10, 10, 10, 10, 10, NAN, 10, 10, 10};
        double[] deviation = {0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, NAN, 0, 0.5};
        double[] values = {11.5, 11.625, 8.5, 8.375, 13, 13.125, 10, 10, 10, NAN};
        byte[] flags = flags(new GriddedClimatology("woa_mean", "woa_std", 3, 6), mean, deviation, mean, values);
        assertThat(flags)
                .containsExactly(
                        QcFlag.GOOD,
                        QcFlag.SUSPECT,
                        QcFlag.GOOD,
                        QcFlag.SUSPECT,
                        QcFlag.SUSPECT,
                        QcFlag.FAIL,
                        QcFlag.UNKNOWN,
                        QcFlag.UNKNOWN,
                        QcFlag.UNKNOWN,
                        QcFlag.MISSING);
    }

    @Test
    void saysNothingWhereTheClimatologyIsOfTooFew() {
        GriddedClimatology test =
                new GriddedClimatology("woa_mean", "woa_std", "woa_count", 5, 3, Double.POSITIVE_INFINITY);
        double[] same = {1, 1, 1, 1};
        assertThat(flags(test, same, same, new double[] {5, 4, NAN, 9}, 1, 1, 1, 99))
                .containsExactly(QcFlag.GOOD, QcFlag.UNKNOWN, QcFlag.UNKNOWN, QcFlag.SUSPECT);
        assertThat(test.needs()).containsExactly("woa_mean", "woa_std", "woa_count");
    }

    @Test
    void isReadFromAConfiguration() {
        List<String> problems = new ArrayList<>();
        Map<String, Object> names = Map.of("mean", "m", "deviation", "d");
        QcSuite suite = QcConfiguration.parse(Map.of("temp", Map.of("gridded_climatology", names)), problems)
                .suite("temp")
                .orElseThrow();
        assertThat(problems).isEmpty();
        assertThat(suite.tests()).containsExactly(new GriddedClimatology("m", "d", 3, Double.POSITIVE_INFINITY));
        assertThat(suite.companions()).containsExactly("d", "m");
        assertThat(suite.tests().get(0).describe()).isEqualTo("gridded climatology: suspect above 3.0 d from m");
    }

    @Test
    void refusesThresholdsThatMeasureNothing() {
        List<String> problems = new ArrayList<>();
        Map<String, Object> zero = Map.of("mean", "m", "deviation", "d", "suspect_deviations", 0);
        Map<String, Object> half = Map.of("mean", "m", "deviation", "d", "min_count", 5);
        QcConfiguration.parse(
                Map.of("t", Map.of("gridded_climatology", zero), "s", Map.of("gridded_climatology", half)), problems);
        assertThat(problems)
                .anyMatch(text -> text.contains("found suspect_deviations 0.0, expected a number above 0."))
                .anyMatch(text -> text.contains("found one of counts and min_count, expected both or none."));
    }
}
