package dev.shoal.qc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shoal.qc.flag.QcFlag;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class QartodTestTest {

    private static final double NAN = Double.NaN;

    /** Each test with its parameters, values, a variable {@code a} beside them, and the flags by hand. */
    static Stream<Arguments> judged() {
        return Stream.of(
                judged("battery", Map.of("fail_threshold", 11.6), values(11.6, 11.5, NAN), values(), 1, 4, 9),
                judged(
                        "battery",
                        Map.of("fail_threshold", 11.6, "charge", "a"),
                        values(1, 1, NAN),
                        values(12, NAN, 9),
                        1,
                        2,
                        9),
                judged("checksum", Map.of("computed", "a"), values(7, 7), values(7, 8), 1, 4),
                judged(
                        "sensor_tilt",
                        Map.of("roll", "a", "fail_threshold", 15),
                        values(3, 3, 3),
                        values(1, -16, NAN),
                        1,
                        4,
                        2),
                judged("sound_speed", Map.of("fail_span", List.of(1475, 1560)), values(1528, 1400), values(), 1, 4),
                judged(
                        "noise_floor",
                        Map.of("beams", List.of("a"), "fail_span", List.of(25, 30), "min_beams", 1),
                        values(1, 1),
                        values(30, 31),
                        1,
                        4),
                judged(
                        "signal_strength",
                        Map.of("beams", List.of("a", "a"), "fail_threshold", 25, "min_beams", 2),
                        values(1, 1, 1),
                        values(25, 24, NAN),
                        1,
                        4,
                        2),
                judged("signal_to_noise", Map.of("fail_threshold", 5), values(5, 4), values(), 1, 4),
                judged(
                        "correlation_magnitude",
                        Map.of(
                                "beams",
                                List.of("a", "values"),
                                "suspect_threshold",
                                140,
                                "fail_threshold",
                                65,
                                "min_beams",
                                2),
                        values(150, 150, 150),
                        values(141, 140, 64),
                        1,
                        3,
                        4),
                judged(
                        "percent_good",
                        Map.of("four_beams", "a", "suspect_threshold", 75, "fail_threshold", 25),
                        values(50, 5),
                        values(30, 10),
                        1,
                        4),
                judged("current_speed", Map.of("suspect_threshold", 250), values(250, 251), values(), 1, 3),
                judged("current_direction", Map.of(), values(360, 361), values(), 1, 4),
                judged(
                        "horizontal_velocity",
                        Map.of("v", "a", "max_u", 100, "max_v", 50),
                        values(-90, 90, 101),
                        values(-50, 51, 0),
                        1,
                        4,
                        4),
                judged("vertical_velocity", Map.of("speed", "a"), values(1, 2), values(100, 100), 1, 3),
                judged(
                        "error_velocity",
                        Map.of("suspect_threshold", 15, "fail_threshold", 20),
                        values(-14, -15, -21),
                        values(),
                        1,
                        3,
                        4),
                judged(
                        "velocity_rate_of_change",
                        Map.of("v", "a", "suspect_threshold", 50, "fail_threshold", 100),
                        values(0, 0, 0),
                        values(0, 50, 150),
                        2,
                        3,
                        4),
                judged(
                        "velocity_spike",
                        Map.of("v", "a", "suspect_threshold", 50, "fail_threshold", 100),
                        values(0, 60, 0),
                        values(0, 0, 0),
                        2,
                        3,
                        2),
                judged(
                        "stuck_sensor",
                        Map.of("suspect_count", 1, "fail_count", 2, "tolerance", 0.1),
                        values(5, 5, 5),
                        values(),
                        1,
                        3,
                        4),
                judged(
                        "echo_intensity",
                        Map.of("beams", List.of("a"), "max_rise", 30, "min_beams", 1),
                        values(1, 1),
                        values(50, 90),
                        2,
                        2),
                judged(
                        "range_drop_off",
                        Map.of("beams", List.of("a"), "fail_threshold", 20, "min_beams", 1),
                        values(1, 1),
                        values(50, 19),
                        1,
                        4),
                judged("current_speed_gradient", Map.of("fail_threshold", 10), values(1, 90), values(), 2, 2),
                judged("wave_gap", Map.of("burst", 120, "max_missing", 1), values(1, NAN, 1, 1), values(), 4, 9, 1, 1),
                judged(
                        "wave_spike",
                        Map.of("burst", 86_400, "deviations", 2, "max_percent", 50),
                        values(0, 1, 0, -1, 9, 0, 1, 0),
                        values(),
                        1,
                        1,
                        1,
                        1,
                        3,
                        1,
                        1,
                        1),
                judged(
                        "wave_range",
                        Map.of("fail_span", List.of(-20, 20), "suspect_span", List.of(-10, 10)),
                        values(10, 11, 21),
                        values(),
                        1,
                        3,
                        4),
                judged(
                        "wave_segment_shift",
                        Map.of("burst", 240, "segment", 2, "fail_threshold", 1),
                        values(0, 0, 2, 2, 2, 2, 2, 2),
                        values(),
                        4,
                        4,
                        4,
                        4,
                        1,
                        1,
                        1,
                        1),
                judged("wave_acceleration", Map.of(), values(4.9, -5), values(), 1, 3),
                judged("wave_displacement", Map.of("gravities", 0.001), values(0, 20, 0, 0), values(), 2, 3, 1, 2),
                judged("wave_check_factor", Map.of("suspect_threshold", 0.25), values(1.2, 0.7), values(), 1, 3),
                judged(
                        "wave_mean_deviation",
                        Map.of("period", 600, "suspect_deviations", 2),
                        values(1, 3, 1, 3, 4.1),
                        values(),
                        2,
                        2,
                        2,
                        1,
                        3),
                judged("wave_flat_line", Map.of("fail_count", 2, "tolerance", 0.1), values(5, 5, 5), values(), 1, 1, 4),
                judged("wave_frequency", Map.of("fail_span", List.of(0.025, 1)), values(0.02, 0.1), values(), 4, 1),
                judged(
                        "wave_low_frequency",
                        Map.of("suspect_span", List.of(0, 0.1), "direction", "a", "sector", List.of(300, 60)),
                        values(0.05, 0.05, 0.2),
                        values(10, 180, 10),
                        1,
                        3,
                        3),
                judged("wave_height", Map.of("fail_span", List.of(0.05, 8)), values(8, 8.1), values(), 1, 4),
                judged(
                        "wave_parameter",
                        Map.of("suspect_span", List.of(2, 24), "height", "a", "height_span", List.of(0.05, 8)),
                        values(9, 25, 9),
                        values(2, 2, 9),
                        1,
                        3,
                        4),
                judged("wave_height_change", Map.of("fail_threshold", 1), values(2, 3.1), values(), 2, 4),
                judged(
                        "radial_signal_to_noise",
                        Map.of("loop_1", "values", "loop_2", "values", "monopole", "a"),
                        values(6, 5),
                        values(6, 6),
                        1,
                        4),
                judged(
                        "radial_eigenvalues",
                        Map.of("second", "a", "third", "a"),
                        values(500, 9, 10),
                        values(2, 1, 9),
                        1,
                        3,
                        4),
                judged("radial_peak_power", Map.of(), values(5, 4), values(), 1, 4),
                judged("radial_peak_width", Map.of(), values(49, 50), values(), 1, 4),
                judged(
                        "radial_definiteness",
                        Map.of("power_2", "values", "cross", "a"),
                        values(3, 2, 1),
                        values(1, 1, 1),
                        1,
                        3,
                        4),
                judged(
                        "total_median",
                        Map.of("v", "a", "row", "a", "column", "a", "fail_threshold", 1),
                        values(5, 9),
                        values(1, 1),
                        2,
                        2),
                judged("radial_speed", Map.of("fail_threshold", 250), values(-250, -251), values(), 1, 4),
                judged("radial_location", Map.of("vector_flag", "a"), values(1, 1), values(0, 129), 1, 4),
                judged("radial_count", Map.of("suspect_count", 1, "fail_count", 1), values(5, NAN), values(), 3, 9),
                judged(
                        "radial_median",
                        Map.of("range", "a", "bearing", "a", "range_limit", 3),
                        values(5, 9),
                        values(3, 3),
                        2,
                        2),
                judged("radial_temporal_gradient", Map.of(), values(0, 36, 90), values(), 2, 3, 4),
                judged(
                        "radial_bearing",
                        Map.of("bearing", "a", "reference", 0),
                        values(1, 1, 1),
                        values(350, 340, 200),
                        1,
                        3,
                        4),
                judged("radial_synthetic", Map.of("synthetic", "a"), values(0, 0, 0), values(15, 16, 26), 1, 3, 4),
                judged("radial_stuck_value", Map.of(), values(5, 5, 5, 6), values(), 2, 2, 4, 1),
                judged("total_density", Map.of(), values(3, 2), values(), 1, 4),
                judged(
                        "total_gdop",
                        Map.of("suspect_threshold", 1.25, "fail_threshold", 10),
                        values(1, 1.25, 10),
                        values(),
                        1,
                        3,
                        4),
                judged("total_speed", Map.of("v", "a", "fail_threshold", 5), values(3, 3), values(4, 4.1), 1, 4),
                judged("total_uncertainty", Map.of("fail_threshold", 0.6), values(0.5, 0.6), values(), 1, 4),
                judged("rate_of_change_sd", Map.of("period", 600), values(1, 3, 1, 3, 6.1), values(), 2, 2, 2, 1, 3),
                judged(
                        "rate_of_change_sd_depth",
                        Map.of("depth", "a", "thickness", 3),
                        values(9, 1, 3, 1, 4.9),
                        values(0, 1, 2, 3, 4),
                        2,
                        2,
                        2,
                        1,
                        3),
                judged(
                        "rate_of_change_depth",
                        Map.of("depth", "a", "suspect_threshold", 0.2),
                        values(10, 12, 14.1),
                        values(0, 10, 20),
                        2,
                        1,
                        3),
                judged(
                        "flat_line_count",
                        Map.of("suspect_count", 2, "tolerance", 0.1),
                        values(5, 5, 5),
                        values(),
                        1,
                        1,
                        3),
                judged(
                        "flat_line_depth",
                        Map.of("depth", "a", "suspect_threshold", 5, "fail_threshold", 10, "tolerance", 0.1),
                        values(5, 5, 5),
                        values(0, 5, 10),
                        1,
                        3,
                        4),
                judged(
                        "multi_variate",
                        Map.of("other", "a", "period", 600),
                        values(1, 3, 1, 3, 6),
                        values(1, 3, 1, 3, 3),
                        2,
                        2,
                        2,
                        1,
                        3),
                judged(
                        "multi_variate_depth",
                        Map.of("other", "a", "depth", "a"),
                        values(1, 3, 1, 3, 6),
                        values(1, 3, 1, 3, 3),
                        2,
                        2,
                        2,
                        1,
                        3),
                judged(
                        "ts_curve",
                        Map.of(
                                "temperature",
                                "a",
                                "temperatures",
                                List.of(10, 20),
                                "salinities",
                                List.of(35, 36),
                                "suspect_threshold",
                                0.25),
                        values(35.5, 35),
                        values(15, 15),
                        1,
                        3),
                judged(
                        "ts_space",
                        Map.of(
                                "temperature",
                                "a",
                                "fail_temperatures",
                                List.of(0, 0, 30),
                                "fail_salinities",
                                List.of(30, 40, 35)),
                        values(35, 35),
                        values(10, 31),
                        1,
                        4));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("judged")
    void judgesByItsManual(String name, Map<String, ?> parameters, double[] values, double[] beside, byte[] expected) {
        Series series = SomeSeries.minutely(values).with(Companions.NONE.with("a", beside));
        byte[] flags = new byte[values.length];
        QartodTest.of(name, parameters).flag(series, flags);
        assertThat(flags).isEqualTo(expected);
    }

    @Test
    void everyTestIsJudgedByHand() {
        List<String> names = new ArrayList<>(
                QartodChecks.types().stream().map(TestType::name).toList());
        names.removeAll(judged().map(arguments -> (String) arguments.get()[0]).toList());
        assertThat(names).containsExactly(QartodChecks.PREVIOUS_PROFILE);
    }

    @Test
    void binsOfOneTimeAreAProfile() {
        long[] times = {0, 0, 0, 60, 60, 60};
        double[] speeds = {10, 21, 21, 30, 30, 41};
        byte[] flags = new byte[6];
        QartodTest.of("current_speed_gradient", Map.of("fail_threshold", 10)).flag(new Series(times, speeds, 6), flags);
        assertThat(flags).containsExactly(2, 4, 1, 2, 1, 4);
    }

    @Test
    void cellsOfOneTimeAreAMap() {
        long[] times = {0, 0, 0, 60};
        Series series = new Series(times, values(5, 9, 50, 50), 4)
                .with(Companions.NONE.with("a", values(3, 3, 4, 3)).with("v", values(0, 0, 0, 0)));
        byte[] flags = new byte[4];
        QartodTest.of("radial_median", Map.of("range", "a", "bearing", "a", "range_limit", 3))
                .flag(series, flags);
        assertThat(flags).containsExactly(1, 1, 4, 2);
        QartodTest.of("total_median", Map.of("v", "v", "row", "a", "column", "a", "fail_threshold", 40))
                .flag(series, flags);
        assertThat(flags).containsExactly(1, 1, 4, 2);
        QartodTest.of("echo_intensity", Map.of("beams", List.of("values"), "max_rise", 30, "min_beams", 1))
                .flag(series, flags);
        assertThat(flags).containsExactly(1, 1, 4, 2);
    }

    @Test
    void looksAtTheProfileBefore() {
        QartodTest test = QartodTest.of(
                "previous_profile", Map.of("borders", List.of(0, 15, 200), "thresholds", List.of(0.5, 0.1)));
        Series earlier = SomeSeries.minutely(12, 10, 8).with(Companions.NONE.with(Role.PRESSURE, values(10, 20, 30)));
        Companions pressures = Companions.NONE.with(Role.PRESSURE, values(12, 20, 25, 40));
        Series later = SomeSeries.minutely(11.9, 10.2, 9.05, 7).with(pressures.after(earlier));
        byte[] flags = new byte[4];
        test.flag(later, flags);
        assertThat(flags).containsExactly(1, 3, 1, 2);
        assertThat(test.looksBack()).isTrue();
        assertThat(test.obstacle(later.with(pressures))).hasValue("there is no profile before this one");
        assertThat(test.obstacle(later.with(pressures.after(SomeSeries.minutely(1)))))
                .hasValue("there is no sea_water_pressure beside the profile before");
    }

    @Test
    void examplesOfLawsRaiseFlags() {
        for (QcTest test : ManualsExamples.ALL) {
            TreeSet<Byte> found = new TreeSet<>();
            for (long seed = 0; seed < 100; seed++) {
                Series series = SomeSeries.random(seed);
                byte[] flags = new byte[series.size()];
                ((SeriesTest) test).flag(series, flags);
                for (byte flag : flags) {
                    found.add(flag);
                }
            }
            boolean raises = found.contains(QcFlag.SUSPECT) || found.contains(QcFlag.FAIL);
            assertThat(raises && found.contains(QcFlag.GOOD))
                    .as(test.describe())
                    .isTrue();
        }
    }

    @Test
    void isWrittenAsItIsRead() {
        QcTest test =
                QartodTest.of("echo_intensity", Map.of("beams", List.of("e1", "e2", "e3", "e4"), "max_rise", 30.5));
        assertThat(test.parameters())
                .containsExactlyEntriesOf(new TreeMap<>(
                        Map.of("beams", "[\"e1\", \"e2\", \"e3\", \"e4\"]", "max_rise", "30.5", "min_beams", "3")));
        assertThat(test.describe())
                .isEqualTo("echo intensity: beams [e1, e2, e3, e4], max_rise 30.5, min_beams 3 (QARTOD currents 2.1,"
                        + " test 18)");
        assertThat(test.needs()).containsExactly("e1", "e2", "e3", "e4");
        QcTest good = QartodTest.of("percent_good", Map.of("four_beams", "pg4", "fail_threshold", 25));
        assertThat(good.needs()).isEmpty();
        assertThat(good.uses()).containsExactly("pg4");
        assertThat(good.parameters()).containsOnlyKeys("fail_threshold", "four_beams");
    }

    @Test
    void takesIoosQcsWayOfWriting() {
        List<String> problems = new ArrayList<>();
        QcConfiguration configuration = QcConfiguration.parse(
                Map.of(
                        "u",
                                Map.of(
                                        "currents",
                                        Map.of("horizontal_velocity_test", Map.of("v", "v", "max_u", 1, "max_v", 1))),
                        "t", Map.of("qartod", Map.of("rate_of_change_sd_test", Map.of())),
                        "hs", Map.of("waves", Map.of("height_change_test", Map.of("fail_threshold", 1))),
                        "velo", Map.of("hfradar", Map.of("radial_speed_test", Map.of("fail_threshold", 300)))),
                problems);
        assertThat(problems).isEmpty();
        assertThat(configuration.suites()).hasSize(4);
    }

    @Test
    void refusesWhatCannotBeRight() {
        refuses("wave_spike", Map.of("burst", 0), "found a burst of 0.0 s");
        refuses("stuck_sensor", Map.of("tolerance", 1), "found neither suspect_count nor fail_count");
        refuses("stuck_sensor", Map.of("tolerance", 0, "fail_count", 3), "a tolerance of 0.0, expected");
        refuses("rate_of_change_sd", Map.of("period", -1), "found a length of -1000000");
        refuses("echo_intensity", Map.of("beams", List.of("a", "b"), "max_rise", 1), "found min_beams 3 of 2 beams");
        refuses("vertical_velocity", Map.of(), "found neither speed nor suspect_threshold");
        refuses("ts_space", Map.of(), "found neither suspect_temperatures nor fail_temperatures");
        refuses("wave_low_frequency", Map.of("suspect_span", List.of(0, 1), "direction", "d"), "found no sector");
        refuses("radial_stuck_value", Map.of("count", 1), "found a count of 1");
        refuses("radial_median", Map.of("range", "r", "bearing", "b", "range_limit", 0), "found limits of 0.0 km");
        refuses("previous_profile", Map.of("borders", List.of(1), "thresholds", List.of(1)), "Cannot make layers");
        refuses("batery", Map.of(), "found the unknown name batery. Did you mean battery?");
        refuses("battery", Map.of("fail_treshold", 3), "Did you mean fail_threshold?");
    }

    private static void refuses(String name, Map<String, ?> parameters, String message) {
        assertThatThrownBy(() -> QartodTest.of(name, parameters))
                .as(name)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    private static Arguments judged(
            String name, Map<String, ?> parameters, double[] values, double[] beside, int... flags) {
        byte[] expected = new byte[flags.length];
        for (int i = 0; i < flags.length; i++) {
            expected[i] = (byte) flags[i];
        }
        return Arguments.of(
                name, parameters, values, beside.length == 0 ? new double[values.length] : beside, expected);
    }

    private static double[] values(double... values) {
        return values;
    }
}
