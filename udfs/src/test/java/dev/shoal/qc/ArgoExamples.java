package dev.shoal.qc;

import dev.shoal.qc.argo.ArgoTest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Examples of Argo's tests of single variables, by themselves and in Argo's order. */
final class ArgoExamples {

    private static final Map<ArgoTest, String> PARAMETERS = Map.of(
            ArgoTest.PRESSURE_INCREASING, "PRES",
            ArgoTest.GRADIENT, "DOXY",
            ArgoTest.DENSITY_INVERSION, "PSAL",
            ArgoTest.PH, "PH_IN_SITU_TOTAL",
            ArgoTest.DOXY, "DOXY",
            ArgoTest.BBP, "BBP700");

    private static final Stream<QcTest> SINGLE = Stream.of(
            test("argo_pressure_reversal", Map.of()),
            test("argo_pressure_reversal", Map.of("reversal", 0.25, "start", "end")),
            test("argo_spike", Map.of("shallow", 1, "deep", 0.5, "boundary", 300)),
            test("argo_median_spike", Map.of("limit", 0, "share", 0.04)),
            test("argo_gradient", Map.of("shallow", 2, "deep", 1)),
            test("argo_digit_rollover", Map.of("limit", 2)),
            test("argo_stuck_value", Map.of()),
            test("argo_density_inversion", Map.of()),
            test("argo_gross_drift", Map.of("limit", 0.5)),
            test("argo_frozen_profile", Map.of("mean", 0.02)),
            test(
                    "argo_grey_list",
                    Map.of(
                            "parameter",
                            "TEMP",
                            "list",
                            List.of("P1,TEMP,20200101,,3,drift,IF", "P2,TEMP,19990101,20000101,4,,"))),
            test("argo_deepest_pressure", Map.of("profile_pressure", 1000)),
            test("argo_air_water", Map.of("pressure", 20)),
            test("argo_deep_float", Map.of("deeper_than", 500)),
            test("argo_medd", Map.of("variable", "salinity")),
            test("argo_medd", Map.of("variable", "temperature")),
            test("argo_medd_temperature", Map.of()),
            test("argo_temp_cndc", Map.of("shallow", 5, "levels", 4)),
            test("argo_global_range", Map.of("parameter", "PSAL")),
            test("argo_regional_range", Map.of("parameter", "TEMP")),
            test("argo_bbp", Map.of("parking_pressure", 1000)));

    private static final Stream<QcTest> IN_ORDER = ArgoRealTime.TESTS.stream()
            .map(test -> test(
                    "argo_real_time_" + test.name().toLowerCase(Locale.ROOT),
                    Map.of("parameter", PARAMETERS.getOrDefault(test, "TEMP"))));

    static final List<QcTest> ALL = Stream.concat(SINGLE, IN_ORDER).toList();

    private ArgoExamples() {}

    private static QcTest test(String name, Map<String, ?> parameters) {
        return ArgoSeriesTest.of(name, parameters);
    }
}
