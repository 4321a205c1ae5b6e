package dev.shoal.qc;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Argo's real-time tests of single variables, ready-made: those of Coriolis' profile RTQC 6.5 that need no more than a
 * profile, each after those before it in Argo's order. What depends on whether values were adjusted, such as that raw
 * oxygen is probably bad, is left out.
 */
public final class ArgoSuites {

    private static final SortedMap<String, Supplier<QcSuite>> SUITES = suites();

    /** Argo's names by CF standard name. */
    private static final SortedMap<String, String> BY_STANDARD_NAME = new TreeMap<>(Map.of(
            Role.PRESSURE,
            "PRES",
            Role.TEMPERATURE,
            "TEMP",
            Role.SALINITY,
            "PSAL",
            "sea_water_salinity",
            "PSAL",
            "temperature_of_sensor_for_oxygen_in_sea_water",
            "TEMP_DOXY",
            "moles_of_oxygen_per_unit_mass_in_sea_water",
            "DOXY",
            "sea_water_ph_reported_on_total_scale",
            "PH_IN_SITU_TOTAL",
            "moles_of_nitrate_per_unit_mass_in_sea_water",
            "NITRATE",
            "mass_concentration_of_chlorophyll_a_in_sea_water",
            "CHLA",
            "downwelling_photosynthetic_photon_flux_in_sea_water",
            "DOWNWELLING_PAR"));

    private ArgoSuites() {}

    /** Returns the tests of variables, by Argo's names. */
    public static SortedMap<String, QcSuite> all() {
        SortedMap<String, QcSuite> all = new TreeMap<>();
        SUITES.forEach((name, suite) -> all.put(name, suite.get()));
        return Collections.unmodifiableSortedMap(all);
    }

    /** Returns the tests by CF standard name, and by Argo's own where CF has none. */
    public static QcConfiguration configuration() {
        SortedMap<String, QcSuite> all = new TreeMap<>(all());
        Map<String, QcSuite> named = new TreeMap<>();
        BY_STANDARD_NAME.forEach((standardName, name) -> named.put(standardName, suite(all, name)));
        all.keySet().removeAll(BY_STANDARD_NAME.values());
        named.putAll(all);
        return new QcConfiguration(named);
    }

    private static QcSuite suite(Map<String, QcSuite> all, String name) {
        return all.getOrDefault(name, new QcSuite(List.of()));
    }

    private static SortedMap<String, Supplier<QcSuite>> suites() {
        SortedMap<String, Supplier<QcSuite>> suites = new TreeMap<>();
        suites.put("PRES", () -> suite("PRES"));
        suites.put(
                "TEMP", () -> suite("TEMP", "regional_range", "spike", "medd", "digit_rollover", "density_inversion"));
        suites.put(
                "PSAL", () -> suite("PSAL", "regional_range", "spike", "medd", "digit_rollover", "density_inversion"));
        suites.put("TEMP_DOXY", () -> suite("TEMP_DOXY", "regional_range", "spike", "digit_rollover"));
        suites.put("DOXY", () -> suite("DOXY", "spike", "gradient"));
        suites.put("PH_IN_SITU_TOTAL", () -> suite("PH_IN_SITU_TOTAL", "spike"));
        suites.put("NITRATE", () -> suite("NITRATE", "spike"));
        suites.put("BBP700", () -> suite("BBP700", "bbp"));
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

    private static QcSuite suite(String name, String... own) {
        return new QcSuite(
                Stream.concat(Stream.of("global_range", "pressure_increasing", "stuck_value"), Stream.of(own))
                        .map(test -> ArgoSeriesTest.of("argo_real_time_" + test, Map.of("parameter", name)))
                        .toList());
    }
}
