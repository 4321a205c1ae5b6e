package dev.shoal.qc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Examples of CoTeDe's tests. */
final class CotedeExamples {

    static final List<QcTest> ALL = List.of(
            example("anomaly_detection", Map.of("threshold", -5, "features", distributions())),
            example("bin_spike", Map.of("threshold", 2, "l", 6)),
            example("cars_normbias", Map.of("threshold", 3)),
            example("constant_cluster_size", Map.of("threshold", 1)),
            example("constant_cluster_size", Map.of("threshold", "1.5%")),
            example("cum_rate_of_change", Map.of("threshold", 0.5, "memory", 0.8)),
            example("deepest_pressure", Map.of("threshold", 500)),
            example("density_inversion", Map.of("threshold", -0.03)),
            example("digit_roll_over", Map.of("threshold", 4, "flag_bad", 3)),
            example("fuzzylogic", Map.of("output", output(), "features", Map.of("spike", sets(), "gradient", sets()))),
            example("global_range", Map.of("minval", 5, "maxval", 20)),
            example("gradient", Map.of("threshold", 0.5)),
            example("gradient_depthconditional", depths()),
            example("monotonic_z", Map.of("coord", "pressure")),
            example("morello2014", Map.of("output", output(), "features", Map.of("spike", sets()))),
            example("profile_envelop", Map.of("layers", layers())),
            example("rate_of_change", Map.of("threshold", 0.5)),
            example("rate_of_change", Map.of("threshold", 0.5, "sd_scale", true)),
            example("regional_range", Map.of("regions", regions())),
            example("spike", Map.of("threshold", 0.5)),
            example("spike_depthconditional", depths()),
            example("stuck_value", Map.of()),
            example("tukey53H", Map.of("threshold", 0.5)),
            example("valid_geolocation", Map.of()),
            example("valid_speed", Map.of("threshold", 300)),
            example("woa_normbias", Map.of("threshold", 3, "min_samples", 5)));

    private CotedeExamples() {}

    private static QcTest example(String test, Map<String, ?> cfg) {
        return CotedeTest.of(test, cfg);
    }

    private static Map<String, ?> depths() {
        return Map.of("pressure_threshold", 500, "shallow_max", 1, "deep_max", 0.25);
    }

    private static Map<String, ?> distributions() {
        return Map.of("spike", Map.of("param", List.of(1.08, 0.51, 0.0004, 0.0026)));
    }

    private static Map<String, ?> output() {
        Map<String, Object> output = new LinkedHashMap<>();
        output.put("low", List.of(0.0, 0.225, 0.45));
        output.put("medium", List.of(0.275, 0.5, 0.725));
        output.put("high", List.of(0.55, 0.775));
        return output;
    }

    private static Map<String, ?> sets() {
        Map<String, Object> sets = new LinkedHashMap<>();
        sets.put("low", List.of(0.07, 0.2));
        sets.put("medium", Map.of("type", "trapmf", "params", List.of(0.07, 0.2, 2, 6)));
        sets.put("high", List.of(2, 6));
        return sets;
    }

    private static List<List<Object>> layers() {
        List<List<Object>> layers = new ArrayList<>();
        layers.add(List.of("> 0", "<= 500", -2, 12));
        layers.add(List.of("> 500", "<= 1100", 8, 11));
        return layers;
    }

    private static List<Map<String, Object>> regions() {
        return List.of(Map.of(
                "name",
                "north",
                "region",
                "POLYGON ((-40 40.05, -20 40.05, -20 50, -40 50, -40 40.05))",
                "minval",
                8,
                "maxval",
                11));
    }
}
