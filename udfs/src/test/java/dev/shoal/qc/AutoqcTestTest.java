package dev.shoal.qc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shoal.qc.autoqc.AutoqcCheck;
import dev.shoal.qc.autoqc.AutoqcSet;
import dev.shoal.qc.flag.QcFlag;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AutoqcTestTest {

    private static final double[] DEPTHS = {2, 10, 20, 30};

    private static final Series WATER = SomeSeries.minutely(20, 20, Double.NaN, 41)
            .with(Companions.NONE
                    .with(Role.DEPTH, DEPTHS)
                    .with(Role.LAT, new double[] {Double.NaN, 20, 20, 20})
                    .with(Role.LON, new double[] {-150, -150, -150, -150}));

    @Test
    void failsRejectedLevelsAndTellsMissingOnes() {
        assertThat(flags(new AutoqcTest(AutoqcCheck.EN_RANGE), WATER)).containsExactly(1, 1, 9, 4);
        assertThat(flags(new AutoqcTest(AutoqcCheck.WOD_RANGE), WATER)).containsExactly(1, 1, 9, 4);
    }

    @Test
    void saysWhatItLacks() {
        assertThat(new AutoqcTest(AutoqcCheck.EN_STABILITY).obstacle(WATER))
                .contains("there is no sea_water_practical_salinity beside the values");
        assertThat(new AutoqcTest(AutoqcCheck.CSIRO_DEPTH).obstacle(WATER))
                .contains("nobody says the cast's probe_type");
        Series endless = SomeSeries.minutely(new double[50_001]);
        Companions beside = SomeSeries.beside(List.of(Role.DEPTH, Role.LAT), endless.size());
        assertThat(new AutoqcTest(AutoqcCheck.EN_INCREASING_DEPTH).obstacle(endless.with(beside)))
                .contains("50001 samples are no cast, expected at most 50000");
        Series nowhere = WATER.with(
                WATER.companions().with(Role.LAT, new double[] {Double.NaN, Double.NaN, Double.NaN, Double.NaN}));
        assertThat(new AutoqcTest(AutoqcCheck.WOD_RANGE).obstacle(nowhere)).contains("nobody says the cast's lat");
    }

    @Test
    void takesTheInstrumentFromTheConfigurationOrFromBesideTheValues() {
        Series xbt = WATER.with(WATER.companions().with(AutoqcTest.PROBE_TYPE, new double[] {2, 2, 2, 2}));
        assertThat(flags(new AutoqcTest(AutoqcCheck.CSIRO_DEPTH), xbt)).containsExactly(4, 1, 9, 1);
        assertThat(flags(new AutoqcTest(AutoqcCheck.CSIRO_DEPTH, 4, ""), xbt)).containsExactly(1, 1, 9, 1);
    }

    @Test
    void isConfiguredByAutoqcsNames() {
        List<String> problems = new ArrayList<>();
        QcConfiguration configuration = QcConfiguration.parse(
                Map.of("TEMP", Map.of("autoqc", Map.of("CSIRO_wire_break", Map.of("probe_type", 2)))), problems);
        assertThat(problems).isEmpty();
        assertThat(configuration.suite("TEMP").orElseThrow().tests())
                .containsExactly(new AutoqcTest(AutoqcCheck.CSIRO_WIRE_BREAK, 2, ""));
    }

    @ParameterizedTest
    @EnumSource
    void judgesByTheSetsOfIquod(AutoqcSet set) {
        byte[] flags = new byte[4];
        AutoqcTest.suite(set).flag(WATER, flags, new int[4]);
        assertThat(flags).containsExactly(1, 1, 9, 4);
        assertThat(set.leftOut()).allMatch(name -> AutoqcCheck.named(name).isEmpty());
    }

    @Test
    void knowsTheDateOfTheCast() {
        Series old = new Series(new long[] {Series.NO_TIME, -9_000_000_000_000_000L}, new double[] {5, 5}, 2);
        assertThat(flags(new AutoqcTest(AutoqcCheck.ARGO_IMPOSSIBLE_DATE), old)).containsOnly(QcFlag.FAIL);
        assertThat(flags(new AutoqcTest(AutoqcCheck.ARGO_IMPOSSIBLE_DATE), WATER))
                .doesNotContain(QcFlag.FAIL);
    }

    private static byte[] flags(AutoqcTest test, Series series) {
        byte[] flags = new byte[series.size()];
        test.flag(series, flags);
        return flags;
    }
}
