package dev.shoal.udf;

import dev.shoal.qc.flag.FlagScheme;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.connector.catalog.Identifier;
import org.apache.spark.sql.connector.catalog.functions.UnboundFunction;

/**
 * The SQL functions of Shoal, by name, in the namespace {@value #NAMESPACE}.
 *
 * <p>Spark gives NULL for a NULL argument and never calls the function, so NULL is not turned into the flag 9:
 * {@code coalesce(qc_gross_range(temp, -2, 40), 9)} does. NaN is.
 */
public final class ShoalFunctions {

    /** The namespace that holds the functions in a catalogue. */
    public static final String NAMESPACE = "qc";

    private static final Map<String, UnboundFunction> BY_NAME = byName(
            new SqlFunction(
                    GrossRangeFunction.NAME,
                    "qc_gross_range(value, fail_min, fail_max[, suspect_min, suspect_max]) gives 4 outside the fail span,"
                            + " 3 outside the suspect span, 9 for NaN, otherwise 1.",
                    List.of(new GrossRangeFunction(), new GrossRangeFunction.WithSuspectSpan())),
            new SqlFunction(
                    "qc_valid_range",
                    "qc_valid_range(value, min, max) gives 4 outside min <= value < max, 9 for NaN, otherwise 1; a NaN"
                            + " leaves its side open.",
                    List.of(new ValidRangeFunction())),
            new SqlFunction(
                    "qc_location",
                    "qc_location(lat, lon) gives 4 beyond 90 or 180 degrees or with one coordinate NaN, 9 with both NaN,"
                            + " otherwise 1.",
                    List.of(new LocationFunction())),
            new SqlFunction(
                    SpikeFunction.NAME,
                    "qc_spike(value, before, after, suspect, fail[, method]) gives 4 or 3 where the value lies farther from the"
                            + " mean of its neighbours than a threshold, 2 beside a NaN, 9 for NaN, otherwise 1; the method is"
                            + " 'average' or 'differential', a threshold of 0 is off.",
                    List.of(new SpikeFunction(), new SpikeFunction.ByMethod())),
            new SqlFunction(
                    RateOfChangeFunction.NAME,
                    "qc_rate_of_change(value, before, seconds, suspect[, fail]) gives 4 or 3 where the change a second is"
                            + " larger than a threshold, 9 for NaN, otherwise 1.",
                    List.of(new RateOfChangeFunction(), new RateOfChangeFunction.WithFailThreshold())),
            new SqlFunction(
                    "qc_on_land",
                    "qc_on_land(lat, lon) gives 4 on land by GSHHG's shores, 9 with a coordinate NaN, 2 beyond a pole,"
                            + " otherwise 1.",
                    List.of(new OnLandFunction())),
            new SqlFunction(
                    "qc_speed",
                    "qc_speed(lat, lon, lat before, lon before, seconds, suspect, fail) gives 4 or 3 where the way from the"
                            + " place before, on WGS84, was faster than a threshold in m/s, 9 with a coordinate NaN,"
                            + " otherwise 1.",
                    List.of(new SpeedFunction())),
            new SqlFunction(
                    SeriesFunction.NAME,
                    "qc_series(tests, times, values) gives the flags of a series, an array, by tests in JSON such as"
                            + " '{\"flat_line\": {\"tolerance\": 0.01, \"suspect_threshold\": 3600, \"fail_threshold\": 7200}}'.",
                    List.of(new SeriesFunction())),
            new SqlFunction(
                    "sea_density",
                    "sea_density(practical salinity, degrees Celsius, decibars, lon, lat) gives kg/m3 by TEOS-10.",
                    List.of(new DensityFunction())),
            new SqlFunction(
                    "sea_sigma0",
                    "sea_sigma0(practical salinity, degrees Celsius, decibars, lon, lat) gives kg/m3 less 1000 by TEOS-10.",
                    List.of(new SigmaFunction())),
            new SqlFunction(
                    "sea_absolute_salinity",
                    "sea_absolute_salinity(practical salinity, decibars, lon, lat) gives g/kg by TEOS-10.",
                    List.of(new AbsoluteSalinityFunction())),
            new SqlFunction(
                    "sea_conservative_temperature",
                    "sea_conservative_temperature(absolute salinity, degrees Celsius, decibars) gives degrees Celsius by"
                            + " TEOS-10.",
                    List.of(new ConservativeTemperatureFunction())),
            new SqlFunction(
                    "sea_depth",
                    "sea_depth(decibars, lat) gives metres, positive down, by TEOS-10.",
                    List.of(new DepthFunction())),
            new SqlFunction(
                    "sea_pressure",
                    "sea_pressure(metres, positive down, lat) gives decibars by TEOS-10.",
                    List.of(new PressureFunction())),
            new SqlFunction(
                    "qc_worse",
                    "qc_worse(flag, flag) gives the flag of higher precedence: 9 < 2 < 1 < 3 < 4.",
                    List.of(new WorseFunction())),
            new SqlFunction(
                    "qc_flag_name",
                    "qc_flag_name(flag) gives GOOD, UNKNOWN, SUSPECT, FAIL or MISSING.",
                    List.of(new FlagNameFunction())),
            new SqlFunction(
                    ConvertFlagFunction.NAME,
                    "qc_convert_flag(flag, conversion) gives the code of another scheme, such as by 'argo-to-qartod/lenient';"
                            + " schemes: "
                            + FlagScheme.all().stream().map(FlagScheme::name).collect(Collectors.joining(", ")) + ".",
                    List.of(new ConvertFlagFunction())));

    private ShoalFunctions() {}

    /** Returns the function a name stands for; nothing where the name or its namespace is another's. */
    public static Optional<UnboundFunction> find(Identifier name) {
        return isNamespace(name.namespace()) ? Optional.ofNullable(BY_NAME.get(name.name())) : Optional.empty();
    }

    /** Returns the names of all functions in a namespace; none where it is another's. */
    public static Identifier[] list(String... namespace) {
        Stream<String> names = isNamespace(namespace) ? BY_NAME.keySet().stream() : Stream.empty();
        return names.map(name -> Identifier.of(new String[] {NAMESPACE}, name)).toArray(Identifier[]::new);
    }

    private static boolean isNamespace(String... namespace) {
        return Arrays.equals(namespace, new String[] {NAMESPACE});
    }

    private static Map<String, UnboundFunction> byName(SqlFunction... functions) {
        Map<String, UnboundFunction> byName = new LinkedHashMap<>();
        for (SqlFunction function : functions) {
            byName.put(function.name(), function);
        }
        return Collections.unmodifiableMap(byName);
    }
}
