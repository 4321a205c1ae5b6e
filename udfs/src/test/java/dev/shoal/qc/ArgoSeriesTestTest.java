package dev.shoal.qc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shoal.qc.argo.ArgoCheck;
import dev.shoal.qc.argo.ArgoProfile;
import dev.shoal.qc.argo.ArgoQc;
import dev.shoal.qc.argo.ArgoResult;
import dev.shoal.qc.argo.ArgoSurroundings;
import dev.shoal.qc.argo.DensityInversionCheck;
import dev.shoal.qc.argo.DigitRolloverCheck;
import dev.shoal.qc.argo.MeddCheck;
import dev.shoal.qc.argo.RegionalRangeCheck;
import dev.shoal.qc.argo.SpikeCheck;
import dev.shoal.qc.argo.Station;
import dev.shoal.qc.argo.StuckValueCheck;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ArgoSeriesTestTest {

    private static final double NAN = Double.NaN;

    static Stream<Arguments> sameAsInArgosRun() {
        return Stream.of(
                Arguments.of("TEMP", "argo_spike", SpikeCheck.MANUAL),
                Arguments.of("TEMP", "argo_medd", MeddCheck.MANUAL),
                Arguments.of("PSAL", "argo_medd", MeddCheck.MANUAL),
                Arguments.of("TEMP", "argo_digit_rollover", DigitRolloverCheck.MANUAL),
                Arguments.of("PSAL", "argo_density_inversion", DensityInversionCheck.MANUAL),
                Arguments.of("TEMP", "argo_regional_range", RegionalRangeCheck.MANUAL),
                Arguments.of("PSAL", "argo_stuck_value", new StuckValueCheck()));
    }

    @ParameterizedTest
    @MethodSource("sameAsInArgosRun")
    void aTestByItselfFindsWhatItFindsInArgosRun(String name, String test, ArgoCheck check) {
        SeriesTest alone = (SeriesTest) suite(name).tests().stream()
                .filter(any -> any.name().equals(test))
                .findFirst()
                .orElseThrow();
        int found = 0;
        for (long seed = 0; seed < 100; seed++) {
            Cast cast = Cast.random(seed);
            byte[] flags = new byte[cast.pressure.length];
            alone.flag(cast.series(name), flags);
            ArgoResult result = new ArgoQc(List.of(check)).run(cast.profile(), ArgoSurroundings.at(0));
            List<Integer> expected = new ArrayList<>();
            List<Integer> actual = new ArrayList<>();
            for (int level = 0; level < flags.length; level++) {
                if (result.raisedByOf(name)[level] != 0) {
                    expected.add(level);
                }
                if (flags[level] == 3 || flags[level] == 4) {
                    actual.add(level);
                }
            }
            assertThat(actual).as("seed %d", seed).isEqualTo(expected);
            found += expected.size();
        }
        assertThat(found > 0 || test.equals("argo_stuck_value")).isTrue();
    }

    @Test
    void onlyInteriorLevelsBesideKnownOnesAreJudged() {
        assertThat(flags("argo_spike", Map.of("shallow", 6, "deep", 2), 10, 16.1, 10, NAN, 10, 10))
                .containsExactly(2, 4, 2, 9, 2, 2);
    }

    @Test
    void whatIsLookedAtByLevelIsGoodOrNot() {
        assertThat(flags("argo_air_water", Map.of("pressure", 20), 5, 5, 5)).containsExactly(3, 3, 1);
        assertThat(flags("argo_deep_float", Map.of("deeper_than", 20), 5, 5, 5)).containsExactly(1, 1, 3);
        assertThat(flags("argo_deepest_pressure", Map.of("profile_pressure", 10), 5, 5, 5))
                .containsExactly(1, 1, 3);
        assertThat(flags("argo_global_range", Map.of("parameter", "PSAL"), 1.9, 2, 41.1))
                .containsExactly(4, 1, 4);
    }

    @Test
    void aPressureThatTurnsBackFails() {
        assertThat(flags("argo_pressure_reversal", Map.of(), 10, 50, 100, 150, 130, 160))
                .containsExactly(1, 1, 1, 1, 4, 1);
        assertThat(flags("argo_pressure_reversal", Map.of("start", "end"), 1, 2, 80, 3, 4, 5))
                .containsExactly(1, 1, 4, 1, 1, 1);
    }

    @Test
    void aGreyListFlagsItsPlatformWithinItsDates() {
        List<String> list = List.of("P1,TEMP,19700101,19700101,3,drift,IF", "P1,PSAL,19700101,,4,drift,IF");
        SeriesTest test = ArgoSeriesTest.of("argo_grey_list", Map.of("parameter", "TEMP", "list", list));
        Series series = SomeSeries.minutely(1, 2);
        assertThat(run(test, series.with(Companions.NONE.withTrait(Role.PLATFORM, "P1"))))
                .containsExactly(3, 1);
        assertThat(run(test, series.with(Companions.NONE.withTrait(Role.PLATFORM, "P2"))))
                .containsExactly(1, 1);
    }

    @Test
    void aDriftIsSeenAgainstTheProfileBefore() {
        SeriesTest test = ArgoSeriesTest.of("argo_gross_drift", Map.of("limit", 0.5));
        assertThat(run(test, pressured(20, 2).with(beside(2).after(pressured(20, 3.2)))))
                .containsExactly(3, 3);
        assertThat(run(test, pressured(20, 2).with(beside(2).after(pressured(20, 2.8)))))
                .containsExactly(1, 1);
        assertThat(test.obstacle(pressured(20, 2))).contains("there is no profile before this one");
    }

    @Test
    void configurationsFindTheTestsByTheirModule() {
        List<String> problems = new ArrayList<>();
        QcConfiguration configuration = QcConfiguration.parse(
                Map.of("TEMP", Map.of("argo", Map.of("spike_test", Map.of("shallow", 6, "deep", 2)))), problems);
        assertThat(problems).isEmpty();
        assertThat(configuration.suite("TEMP").orElseThrow().tests())
                .containsExactly(ArgoSeriesTest.of("argo_spike", Map.of("shallow", 6, "deep", 2)));
        assertThat(configuration.canonical()).contains("\"boundary\": 500.0");
    }

    @Test
    void refusesWhatCannotBeRight() {
        assertThatThrownBy(() -> ArgoSeriesTest.of("argo_spikes", Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("found argo_spikes")
                .hasMessageContaining("argo_spike");
        assertThatThrownBy(() -> ArgoSeriesTest.of("argo_spike", Map.of("shallow", 6)))
                .hasMessageContaining("found no deep, expected a number");
        assertThatThrownBy(() -> ArgoSeriesTest.of("argo_global_range", Map.of("parameter", "TEMPP")))
                .hasMessageContaining("Cannot test the range of TEMPP")
                .hasMessageContaining("TEMP");
        assertThatThrownBy(() -> ArgoSeriesTest.of("argo_grey_list", Map.of("parameter", "TEMP", "list", List.of("x"))))
                .hasMessageContaining("line 1 of a grey list");
    }

    @Test
    void suitesAreMadeForTheVariablesThatAreThere() {
        QcConfiguration there = ArgoSuites.of(List.of("TEMP", "sea_water_practical_salinity", "something"));
        assertThat(there.suites().keySet()).containsExactly("TEMP", "sea_water_practical_salinity");
        assertThat(there.suite("TEMP")).contains(suite("TEMP"));
        assertThat(suite("PSAL").tests())
                .extracting(QcTest::name)
                .containsExactly(
                        "argo_global_range",
                        "argo_stuck_value",
                        "argo_regional_range",
                        "argo_spike",
                        "argo_medd",
                        "argo_digit_rollover",
                        "argo_density_inversion");
    }

    @Test
    void pressuresAboveTheSeaFailInTheSuite() {
        byte[] flags = new byte[4];
        suite("PRES").flag(SomeSeries.minutely(-5.1, -5, -2.4, -2.3), flags, new int[4]);
        assertThat(flags).containsExactly(4, 3, 3, 1);
    }

    private static QcSuite suite(String name) {
        return ArgoSuites.of(List.of(name)).suite(name).orElseThrow();
    }

    private static byte[] flags(String test, Map<String, ?> parameters, double... values) {
        return run(ArgoSeriesTest.of(test, parameters), pressured(values));
    }

    private static byte[] run(SeriesTest test, Series series) {
        byte[] flags = new byte[series.size()];
        test.flag(series, flags);
        return flags;
    }

    /** Returns values at 10, 20, 30 dbar and so on. */
    private static Series pressured(double... values) {
        return SomeSeries.minutely(values).with(beside(values.length));
    }

    private static Companions beside(int size) {
        double[] pressure = new double[size];
        for (int i = 0; i < size; i++) {
            pressure[i] = 10 * (i + 1);
        }
        return Companions.NONE.with(Role.PRESSURE, pressure);
    }

    /** A cast in the Mediterranean with spikes, jumps and gaps, or one of a single salinity. */
    private static final class Cast {

        private final double[] pressure;
        private final double[] temperature;
        private final double[] salinity;

        private Cast(int levels) {
            pressure = new double[levels];
            temperature = new double[levels];
            salinity = new double[levels];
        }

        static Cast random(long seed) {
            Random random = new Random(seed);
            Cast cast = new Cast(20 + random.nextInt(60));
            boolean stuck = random.nextInt(10) == 0;
            for (int level = 0; level < cast.pressure.length; level++) {
                cast.pressure[level] = 5 + 20 * level + random.nextInt(10);
                cast.temperature[level] = 13 + 8 * Math.exp(-cast.pressure[level] / 200) + broken(random, 12);
                cast.salinity[level] = stuck ? 38 : 38 + cast.pressure[level] / 4000 + broken(random, 3);
            }
            return cast;
        }

        private static double broken(Random random, double by) {
            int what = random.nextInt(25);
            return what == 0 ? NAN : what == 1 ? by * random.nextGaussian() : 0;
        }

        Series series(String name) {
            double[] values = name.equals("TEMP") ? temperature : salinity;
            double[] lat = new double[values.length];
            double[] lon = new double[values.length];
            Arrays.fill(lat, 35);
            Arrays.fill(lon, 20);
            return SomeSeries.minutely(values)
                    .with(Companions.NONE
                            .with(Role.PRESSURE, pressure)
                            .with(Role.TEMPERATURE, temperature)
                            .with(Role.SALINITY, salinity)
                            .with(Role.LAT, lat)
                            .with(Role.LON, lon));
        }

        ArgoProfile profile() {
            Station station = new Station("6901234", 1, Station.Direction.ASCENDING, 0, 0, 35, 20);
            return ArgoProfile.of(station, Map.of("PRES", pressure, "TEMP", temperature, "PSAL", salinity));
        }
    }
}
