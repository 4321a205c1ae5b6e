package dev.shoal.qc.cotede;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A call of one of CoTeDe's tests as the conformance vectors write it down: the test's parameters and the arrays it is
 * given, by name.
 *
 * @param test name of its class or function, such as {@code Tukey53H} or {@code bin_spike}
 * @param params {@code cfg}, {@code varname}, {@code lat} and {@code lon} for a class, else the function's own
 * @param inputs by name; NaN where missing
 */
public record CotedeCall(String test, Map<?, ?> params, Map<String, double[]> inputs) {

    private static final Map<String, String> FUNCTIONS = Map.of(
            "bin_spike", "Bin_Spike",
            "fuzzylogic", "FuzzyLogic",
            "morello2014", "Morello2014",
            "possible_speed", "PossibleSpeed",
            "valid_geolocation", "ValidGeolocation");

    /** What numpy's {@code fix_invalid} leaves beneath a mask. */
    private static final double MASKED = 1e20;

    /** Names that functions give to what classes call otherwise. */
    private static final Map<String, String> NAMES = Map.of("lat", Cotede.LATITUDE, "lon", Cotede.LONGITUDE);

    /**
     * Makes the call.
     *
     * @throws IllegalArgumentException where CoTeDe would fail
     */
    public Outcome outcome() {
        Procedure procedure = Cotede.procedure(FUNCTIONS.getOrDefault(test, test), cfg());
        Profile profile = profile(procedure);
        Map<String, double[]> features = new LinkedHashMap<>();
        procedure.features(profile).forEach((name, feature) -> features.put(name, feature.ofAll(profile.size())));
        return new Outcome(Map.of(procedure.flagName(), procedure.flags(profile)), features);
    }

    private Map<?, ?> cfg() {
        Object cfg = params.get("cfg");
        Map<Object, Object> keys = new HashMap<>(cfg instanceof Map ? (Map<?, ?>) cfg : params);
        if (test.equals("bin_spike")) {
            keys.putIfAbsent("threshold", Double.MAX_VALUE);
        }
        return keys;
    }

    private Profile profile(Procedure procedure) {
        Map<String, double[]> columns = new HashMap<>();
        inputs.forEach((name, column) -> columns.put(NAMES.getOrDefault(name, name), column));
        putPlace(columns, "lat", Cotede.LATITUDE);
        putPlace(columns, "lon", Cotede.LONGITUDE);
        double[] pressure = columns.get(Cotede.PRESSURE);
        if (pressure != null && procedure instanceof MonotonicZ order) {
            columns.putIfAbsent(order.coordinate(), pressure);
        }
        if (pressure != null && test.equals("ProfileEnvelop")) {
            columns.put(Cotede.PRESSURE, beneathTheMask(pressure));
        }
        double[] some = inputs.values().stream()
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "Cannot call " + test + " of CoTeDe: found no arrays, expected one at least."));
        double[] values = columns.getOrDefault(String.valueOf(params.get("varname")), columns.getOrDefault("x", some));
        return new Profile(values, values.length, columns);
    }

    /** Returns the numbers that numpy compares where a masked one is missing. */
    private static double[] beneathTheMask(double[] numbers) {
        return Arrays.stream(numbers)
                .map(number -> Double.isNaN(number) ? MASKED : number)
                .toArray();
    }

    /** Puts a place of the whole beside every sample. */
    private void putPlace(Map<String, double[]> columns, String name, String column) {
        int size =
                inputs.values().stream().mapToInt(input -> input.length).max().orElse(0);
        double[] place = new double[size];
        Arrays.fill(place, params.get(name) instanceof Number ? ((Number) params.get(name)).doubleValue() : Double.NaN);
        columns.putIfAbsent(column, place);
    }
}
