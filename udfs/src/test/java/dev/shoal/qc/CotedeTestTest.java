package dev.shoal.qc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shoal.qc.flag.QcFlag;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CotedeTestTest {

    @Test
    void turnsCotedesFlagsIntoQartods() {
        Series series = SomeSeries.minutely(10, 10.1, 17, 10, Double.NaN, 10);
        assertThat(flags(CotedeTest.of("spike", Map.of("threshold", 6)), series))
                .containsExactly(2, 1, 4, 2, 9, 2);
        assertThat(flags(CotedeTest.of("spike", Map.of("threshold", 6, "flag_bad", 3)), series))
                .containsExactly(2, 1, 3, 2, 9, 2);
    }

    @Test
    void looksForPressureUnderItsStandardName() {
        CotedeTest test = CotedeTest.of("deepest_pressure", Map.of("threshold", 100));
        assertThat(test.needs()).containsExactly("sea_water_pressure");
        Series series =
                SomeSeries.minutely(1, 2, 3).with(Companions.NONE.with(Role.PRESSURE, new double[] {100, 110, 111}));
        assertThat(flags(test, series)).containsExactly(1, 1, 3);
    }

    @Test
    void judgesEachSampleOfATrackByItsOwnRegion() {
        Map<String, ?> tropics = Map.of(
                "name",
                "tropics",
                "region",
                "POLYGON ((-180 -23, 180 -23, 180 23, -180 23, -180 -23))",
                "minval",
                18,
                "maxval",
                35);
        CotedeTest test = CotedeTest.of("regional_range", Map.of("regions", List.of(tropics)));
        Series series = SomeSeries.minutely(25, 5, 5, 25, Double.NaN)
                .with(Companions.NONE
                        .with(Role.LAT, new double[] {0, 23, 24, Double.NaN, 0})
                        .with(Role.LON, new double[] {0, 180, 0, 0, 0}));
        assertThat(flags(test, series)).containsExactly(1, 4, 2, 2, 9);
    }

    @Test
    void saysItsKeysAndTheFlagsItGives() {
        CotedeTest test = CotedeTest.of("gradient", Map.of("threshold", 9));
        assertThat(test.parameters())
                .containsExactly(
                        Map.entry("flag_bad", "4"), Map.entry("flag_good", "1"), Map.entry("threshold", "9.0"));
        assertThat(test.describe()).isEqualTo("cotede gradient: flag bad 4, flag good 1, threshold 9.0");
    }

    @Test
    void isReadUnderItsModuleAndRefusesWhatCotedeDoes() {
        List<String> problems = new ArrayList<>();
        QcConfiguration configuration = QcConfiguration.parse(
                Map.of("x", Map.of("cotede", Map.of("constant_cluster_size", Map.of("threshold", "30%")))), problems);
        assertThat(problems).isEmpty();
        assertThat(configuration.suite("x").orElseThrow().tests())
                .containsExactly(CotedeTest.of("constant_cluster_size", Map.of("threshold", "30%")));
        QcConfiguration.parse(Map.of("x", Map.of("cotede_spike", Map.of("threshold", 6, "flag_bad", 9))), problems);
        QcConfiguration.parse(
                Map.of("x", Map.of("cotede", Map.of("global_range", Map.of("minval", 2, "maxval", 1)))), problems);
        QcConfiguration.parse(
                Map.of("x", Map.of("cotede", Map.of("spike", Map.of("treshold", 1, "threshold", 2)))), problems);
        assertThat(problems).hasSize(3);
        assertThat(problems.get(0)).contains("found the flag 9 as flag_bad, expected 1 to 4");
        assertThat(problems.get(1)).contains("expected minval below maxval");
        assertThat(problems.get(2)).contains("Did you mean threshold?");
        assertThatThrownBy(() -> CotedeTest.of("spikes", Map.of())).hasMessageContaining("Did you mean spike?");
    }

    private static byte[] flags(SeriesTest test, Series series) {
        byte[] flags = new byte[series.size()];
        test.flag(series, flags);
        assertThat(flags).doesNotContain((byte) 0);
        assertThat(QcFlag.isFlag(flags[0])).isTrue();
        return flags;
    }
}
