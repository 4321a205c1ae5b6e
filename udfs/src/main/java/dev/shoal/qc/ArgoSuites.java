package dev.shoal.qc;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Argo's real-time tests of single variables, ready-made: those of Coriolis' profile RTQC 6.5 that need no more than a
 * profile, with the manuals' thresholds.
 */
public final class ArgoSuites {

    private static final SortedMap<String, Supplier<QcSuite>> SUITES = suites();

    /** CF standard names of Argo's variables. */
    private static final Map<String, String> STANDARD_NAMES = Map.of(
            Role.PRESSURE,
            "PRES",
            Role.TEMPERATURE,
            "TEMP",
            Role.SALINITY,
            "PSAL",
            "moles_of_oxygen_per_unit_mass_in_sea_water",
            "DOXY",
            "sea_water_ph_reported_on_total_scale",
            "PH_IN_SITU_TOTAL",
            "moles_of_nitrate_per_unit_mass_in_sea_water",
            "NITRATE");

    private ArgoSuites() {}

    /** Returns the tests of variables, by Argo's names. */
    public static SortedMap<String, QcSuite> all() {
        SortedMap<String, QcSuite> all = new TreeMap<>();
        SUITES.forEach((name, suite) -> all.put(name, suite.get()));
        return Collections.unmodifiableSortedMap(all);
    }

    /**
     * Returns the tests of those variables that are there.
     *
     * @param names Argo's names, or CF standard names; others have no tests
     */
    public static QcConfiguration of(Collection<String> names) {
        Map<String, QcSuite> there = new LinkedHashMap<>();
        for (String name : names) {
            Supplier<QcSuite> suite = SUITES.get(STANDARD_NAMES.getOrDefault(name, name));
            if (suite != null) {
                there.put(name, suite.get());
            }
        }
        return new QcConfiguration(there);
    }

    private static SortedMap<String, Supplier<QcSuite>> suites() {
        SortedMap<String, Supplier<QcSuite>> suites = new TreeMap<>();
        suites.put(
                "PRES",
                () -> new QcSuite(List.of(
                        new GrossRange(
                                new Span(-5, Double.POSITIVE_INFINITY),
                                new Span(Math.nextUp(-2.4), Double.POSITIVE_INFINITY)),
                        test("argo_pressure_reversal"),
                        test("argo_stuck_value"))));
        suites.put("TEMP", () -> water("TEMP", 6, 2, 10, "temperature"));
        suites.put("PSAL", () -> water("PSAL", 0.9, 0.3, 5, "salinity"));
        suites.put("TEMP_DOXY", () -> suite("TEMP_DOXY", regional("TEMP_DOXY"), spike(6, 2), rollover(10)));
        suites.put("DOXY", () -> suite("DOXY", spike(50, 25), test("argo_gradient", "shallow", 50, "deep", 25)));
        suites.put(
                "PH_IN_SITU_TOTAL",
                () -> suite("PH_IN_SITU_TOTAL", test("argo_median_spike", "limit", 0, "share", 0.04)));
        suites.put("NITRATE", () -> suite("NITRATE", test("argo_median_spike", "limit", 5)));
        suites.put("BBP700", () -> new QcSuite(List.of(test("argo_bbp"), test("argo_stuck_value"))));
        for (String name : List.of(
                "CHLA",
                "CHLA_FLUORESCENCE",
                "DOWN_IRRADIANCE380",
                "DOWN_IRRADIANCE412",
                "DOWN_IRRADIANCE443",
                "DOWN_IRRADIANCE490",
                "DOWN_IRRADIANCE665",
                "DOWNWELLING_PAR")) {
            suites.put(name, () -> suite(name));
        }
        return suites;
    }

    private static QcSuite water(String name, double shallow, double deep, double jump, String variable) {
        return suite(
                name,
                regional(name),
                spike(shallow, deep),
                test("argo_medd", "variable", variable),
                rollover(jump),
                test("argo_density_inversion"));
    }

    private static QcSuite suite(String name, QcTest... own) {
        Stream<QcTest> common = Stream.of(test("argo_global_range", "parameter", name), test("argo_stuck_value"));
        return new QcSuite(Stream.concat(common, Arrays.stream(own)).toList());
    }

    private static QcTest regional(String name) {
        return test("argo_regional_range", "parameter", name);
    }

    private static QcTest spike(double shallow, double deep) {
        return test("argo_spike", "shallow", shallow, "deep", deep);
    }

    private static QcTest rollover(double limit) {
        return test("argo_digit_rollover", "limit", limit);
    }

    /** Makes a test of parameters, each followed by its value. */
    private static QcTest test(String name, Object... parameters) {
        Map<String, Object> given = new LinkedHashMap<>();
        for (int i = 0; i < parameters.length; i += 2) {
            given.put(String.valueOf(parameters[i]), parameters[i + 1]);
        }
        return ArgoSeriesTest.of(name, given);
    }
}
