package dev.shoal.qc;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Examples of the tests of QARTOD's manuals that ioos_qc does not have. */
final class ManualsExamples {

    private static final String OTHER = "other";
    private static final List<String> BEAMS = List.of(OTHER, Role.TEMPERATURE, Role.SALINITY);

    private static final List<QcTest> WATER = List.of(
            of("rate_of_change_sd", Map.of("period", 10, "suspect_deviations", 2, "fail_deviations", 4)),
            of("rate_of_change_sd", Map.of("period", 1.5, "suspect_deviations", 1, "min_count", 2)),
            of("rate_of_change_sd_depth", Map.of("thickness", 100, "suspect_deviations", 2)),
            of("rate_of_change_depth", Map.of("suspect_threshold", 0.1, "fail_threshold", 0.5)),
            of("flat_line_count", Map.of("suspect_count", 2, "fail_count", 4, "tolerance", 0.3)),
            of("flat_line_depth", Map.of("suspect_threshold", 10, "fail_threshold", 40, "tolerance", 0.3)),
            of("multi_variate", Map.of("other", OTHER, "period", 10)),
            of("multi_variate_depth", Map.of("other", OTHER, "deviations", 1)),
            of(
                    "ts_curve",
                    Map.of(
                            "temperatures",
                            List.of(5, 20, 25),
                            "salinities",
                            List.of(9, 10, 12),
                            "suspect_threshold",
                            1)),
            of(
                    "ts_space",
                    Map.of("suspect_temperatures", List.of(5, 5, 25, 25), "suspect_salinities", List.of(8, 12, 12, 8))),
            of(
                    "ts_space",
                    Map.of(
                            "suspect_temperatures", List.of(5, 5, 25, 25),
                            "suspect_salinities", List.of(8, 12, 12, 8),
                            "fail_temperatures", List.of(-2, -2, 40),
                            "fail_salinities", List.of(0, 30, 15))),
            of("previous_profile", Map.of("borders", List.of(0, 500, 5000), "thresholds", List.of(1, 0.5))));

    private static final List<QcTest> CURRENTS = List.of(
            of("battery", Map.of("suspect_threshold", 10, "fail_threshold", 9)),
            of("checksum", Map.of("computed", OTHER)),
            of("sensor_tilt", Map.of("roll", OTHER, "suspect_threshold", 11, "fail_threshold", 15)),
            of("sound_speed", Map.of("fail_span", List.of(8, 12))),
            of("noise_floor", Map.of("beams", BEAMS, "fail_span", List.of(10, 36))),
            of("signal_strength", Map.of("beams", BEAMS, "fail_threshold", 15, "min_beams", 2)),
            of("signal_to_noise", Map.of("fail_threshold", 10)),
            of("correlation_magnitude", Map.of("beams", BEAMS, "suspect_threshold", 18, "fail_threshold", 15)),
            of("percent_good", Map.of("four_beams", OTHER, "suspect_threshold", 30, "fail_threshold", 25)),
            of("percent_good", Map.of("suspect_threshold", 11, "fail_threshold", 9)),
            of("current_speed", Map.of("suspect_threshold", 11, "fail_threshold", 14)),
            of("current_direction", Map.of("high", 12)),
            of("horizontal_velocity", Map.of("v", OTHER, "max_u", 11, "max_v", 20)),
            of("vertical_velocity", Map.of("speed", OTHER, "share", 0.6)),
            of("vertical_velocity", Map.of("suspect_threshold", 11)),
            of("error_velocity", Map.of("suspect_threshold", 10, "fail_threshold", 12)),
            of("velocity_rate_of_change", Map.of("v", OTHER, "suspect_threshold", 0.4, "fail_threshold", 4)),
            of("velocity_spike", Map.of("v", OTHER, "suspect_threshold", 0.4, "fail_threshold", 4)),
            of("stuck_sensor", Map.of("fail_count", 3, "tolerance", 0.1)),
            of("echo_intensity", Map.of("beams", BEAMS, "max_rise", 0.2, "min_beams", 2)),
            of("range_drop_off", Map.of("beams", BEAMS, "fail_threshold", 15, "min_beams", 2)),
            of("current_speed_gradient", Map.of("suspect_threshold", 0.2, "fail_threshold", 1)));

    private static final List<QcTest> WAVES = List.of(
            of("wave_gap", Map.of("burst", 5, "max_missing", 2)),
            of("wave_spike", Map.of("burst", 20, "deviations", 2)),
            of("wave_range", Map.of("fail_span", List.of(5, 15), "suspect_span", List.of(9, 11))),
            of("wave_segment_shift", Map.of("burst", 7, "segment", 3, "fail_threshold", 0.5)),
            of("wave_acceleration", Map.of("gravities", 1.1)),
            of("wave_displacement", Map.of("gravities", 0.1)),
            of("wave_check_factor", Map.of("suspect_threshold", 9, "fail_threshold", 11)),
            of("wave_mean_deviation", Map.of("period", 10, "suspect_deviations", 2, "fail_deviations", 4)),
            of("wave_flat_line", Map.of("suspect_count", 2, "fail_count", 4, "tolerance", 0.3)),
            of("wave_frequency", Map.of("fail_span", List.of(5, 15))),
            of(
                    "wave_low_frequency",
                    Map.of("suspect_span", List.of(8, 12), "direction", OTHER, "sector", List.of(350, 19))),
            of("wave_height", Map.of("fail_span", List.of(8, 12))),
            of(
                    "wave_parameter",
                    Map.of("suspect_span", List.of(8, 12), "height", OTHER, "height_span", List.of(15, 30))),
            of("wave_height_change", Map.of("fail_threshold", 0.4)));

    private static final List<QcTest> RADAR = List.of(
            of(
                    "radial_signal_to_noise",
                    Map.of(
                            "loop_1",
                            OTHER,
                            "loop_2",
                            Role.SALINITY,
                            "monopole",
                            Role.TEMPERATURE,
                            "fail_threshold",
                            15)),
            of("radial_eigenvalues", Map.of("second", OTHER, "third", Role.SALINITY, "alike", 0.7, "ratio", 1.7)),
            of("radial_peak_power", Map.of("fail_threshold", 10)),
            of("radial_peak_width", Map.of("fail_threshold", 11)),
            of(
                    "radial_definiteness",
                    Map.of("power_2", OTHER, "cross", Role.SALINITY, "suspect_threshold", 5.5, "fail_threshold", 5)),
            of("radial_speed", Map.of("suspect_threshold", 11, "fail_threshold", 14)),
            of("radial_location", Map.of("vector_flag", OTHER, "bits", 3)),
            of("radial_count", Map.of("suspect_count", 2, "fail_count", 1)),
            of("radial_count", Map.of("suspect_count", 0, "fail_count", 1, "vector_flag", OTHER, "bits", 3)),
            of(
                    "radial_median",
                    Map.of("range", Role.DEPTH, "bearing", OTHER, "range_limit", 500, "fail_threshold", 0.2)),
            of("radial_temporal_gradient", Map.of("suspect_threshold", 0.4, "fail_threshold", 2)),
            of("radial_bearing", Map.of("bearing", OTHER, "reference", 0)),
            of("radial_synthetic", Map.of("synthetic", OTHER, "suspect_threshold", 8)),
            of("radial_stuck_value", Map.of("count", 4, "resolution", 0.2)),
            of("total_density", Map.of("fail_threshold", 10)),
            of("total_gdop", Map.of("suspect_threshold", 9, "fail_threshold", 11)),
            of("total_speed", Map.of("v", OTHER, "fail_threshold", 22)),
            of(
                    "total_median",
                    Map.of("v", OTHER, "row", Role.DEPTH, "column", Role.LAT, "steps", 100, "fail_threshold", 0.1)),
            of("total_uncertainty", Map.of("fail_threshold", 11)));

    static final List<QcTest> ALL =
            Stream.of(WATER, CURRENTS, WAVES, RADAR).flatMap(List::stream).toList();

    private ManualsExamples() {}

    private static QcTest of(String name, Map<String, ?> parameters) {
        return QartodTest.of(name, parameters);
    }
}
