package dev.shoal.qc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shoal.qc.argo.ArgoCheck;
import dev.shoal.qc.argo.ArgoProfile;
import dev.shoal.qc.argo.ArgoQc;
import dev.shoal.qc.argo.ArgoSurroundings;
import dev.shoal.qc.argo.ArgoTest;
import dev.shoal.qc.argo.DensityInversionCheck;
import dev.shoal.qc.argo.DigitRolloverCheck;
import dev.shoal.qc.argo.GreyList;
import dev.shoal.qc.argo.Land;
import dev.shoal.qc.argo.MeddCheck;
import dev.shoal.qc.argo.RegionalRangeCheck;
import dev.shoal.qc.argo.SpikeCheck;
import dev.shoal.qc.argo.Station;
import dev.shoal.qc.argo.StuckValueCheck;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ArgoSeriesTestTest {

    private static final double NAN = Double.NaN;

    static Stream<Arguments> byThemselves() {
        return Stream.of(
                Arguments.of("TEMP", SpikeCheck.MANUAL, test("argo_spike", Map.of("shallow", 6, "deep", 2))),
                Arguments.of("TEMP", MeddCheck.MANUAL, test("argo_medd", Map.of("variable", "temperature"))),
                Arguments.of("PSAL", MeddCheck.MANUAL, test("argo_medd", Map.of("variable", "salinity"))),
                Arguments.of("TEMP", DigitRolloverCheck.MANUAL, test("argo_digit_rollover", Map.of("limit", 10))),
                Arguments.of("PSAL", DensityInversionCheck.MANUAL, test("argo_density_inversion", Map.of())),
                Arguments.of(
                        "TEMP", RegionalRangeCheck.MANUAL, test("argo_regional_range", Map.of("parameter", "TEMP"))),
                Arguments.of("PSAL", new StuckValueCheck(), test("argo_stuck_value", Map.of())));
    }

    @ParameterizedTest
    @MethodSource("byThemselves")
    void aTestByItselfFindsWhatItsCheckFinds(String name, ArgoCheck check, SeriesTest test) {
        compare(name, new ArgoQc(List.of(check)), test, check.test());
    }

    static Stream<Arguments> inOrder() {
        return Stream.of("TEMP", "PSAL")
                .flatMap(name -> suite(name).tests().stream().map(test -> Arguments.of(name, test)));
    }

    @ParameterizedTest
    @MethodSource("inOrder")
    void aTestInOrderFindsWhatItFindsInArgosRun(String name, SeriesTest test) {
        ArgoTest argo = ArgoTest.valueOf(
                test.name().substring("argo_real_time_".length()).toUpperCase(Locale.ROOT));
        compare(name, ArgoQc.coriolis(Land.BUNDLED, GreyList.EMPTY), test, argo);
    }

    private static void compare(String name, ArgoQc qc, SeriesTest test, ArgoTest argo) {
        for (long seed = 0; seed < 100; seed++) {
            Cast cast = Cast.random(seed);
            byte[] flags = run(test, cast.series(name));
            long[] raisedBy = qc.run(cast.profile(), ArgoSurroundings.at(0)).raisedByOf(name);
            assertThat(IntStream.range(0, flags.length).filter(level -> flags[level] == 3 || flags[level] == 4))
                    .as("seed %d", seed)
                    .containsExactlyElementsOf(IntStream.range(0, flags.length)
                            .filter(level -> (raisedBy[level] & argo.bit()) != 0)
                            .boxed()
                            .toList());
        }
    }

    private static SeriesTest test(String name, Map<String, ?> parameters) {
        return ArgoSeriesTest.of(name, parameters);
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
    void suitesHaveCfsNamesWhereThereAreSome() {
        QcConfiguration configuration = ArgoSuites.configuration();
        assertThat(configuration.suites().keySet())
                .contains(Role.PRESSURE, Role.TEMPERATURE, Role.SALINITY, "sea_water_salinity", "BBP700")
                .doesNotContain("PRES", "TEMP", "PSAL", "DOXY");
        assertThat(configuration.suites().values())
                .allSatisfy(suite -> assertThat(suite.tests()).isNotEmpty());
        assertThat(configuration.suite(Role.TEMPERATURE)).contains(suite("TEMP"));
        assertThat(suite("PSAL").tests())
                .extracting(QcTest::name)
                .containsExactly(
                        "argo_real_time_global_range",
                        "argo_real_time_pressure_increasing",
                        "argo_real_time_stuck_value",
                        "argo_real_time_regional_range",
                        "argo_real_time_spike",
                        "argo_real_time_medd",
                        "argo_real_time_digit_rollover",
                        "argo_real_time_density_inversion");
    }

    @Test
    void pressuresAboveTheSeaFailInTheSuite() {
        byte[] flags = new byte[4];
        suite("PRES").flag(SomeSeries.minutely(-5.1, -5, -2.4, -2.3), flags, new int[4]);
        assertThat(flags).containsExactly(4, 3, 3, 1);
    }

    private static QcSuite suite(String name) {
        return new QcConfiguration(ArgoSuites.all()).suite(name).orElseThrow();
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
