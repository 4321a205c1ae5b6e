package dev.shoal.qc.autoqc;

import java.util.Arrays;
import java.util.Map;

/**
 * A call of one of AutoQC's checks as the conformance vectors write it down.
 *
 * @param check AutoQC's name of it, such as {@code EN_stability_check}
 * @param params {@code lat}, {@code lon}, {@code year}, {@code month}, {@code day}, {@code time} in hours,
 *     {@code probe_type}, each a number or null where unknown, and {@code suspect}, true for the suspects of the check
 *     for spikes and steps
 * @param inputs {@code depth}, {@code temperature}, {@code salinity} and {@code pressure}, NaN where missing
 */
public record AutoqcCall(String check, Map<?, ?> params, Map<String, double[]> inputs) {

    /** Country of every profile in the vectors, which do not write it down. */
    private static final String COUNTRY = "JP";

    /**
     * Makes the call; returns for every temperature whether it is rejected.
     *
     * @throws IllegalArgumentException where there is no such check
     */
    public boolean[] reject() {
        return kind().reject(profile());
    }

    private AutoqcCheck kind() {
        AutoqcCheck kind = AutoqcCheck.named(check)
                .orElseThrow(
                        () -> new IllegalArgumentException(
                                "Cannot call " + check
                                        + " of AutoQC: found no such check, expected one of AutoQC's that need nothing but a profile."));
        boolean suspects = kind == AutoqcCheck.EN_SPIKE_AND_STEP && Boolean.TRUE.equals(params.get("suspect"));
        return suspects ? AutoqcCheck.EN_SPIKE_AND_STEP_SUSPECT : kind;
    }

    private AutoqcProfile profile() {
        int size = inputs.getOrDefault("temperature", new double[0]).length;
        return new AutoqcProfile(
                cast(),
                levels("depth", size),
                levels("temperature", size),
                levels("salinity", size),
                levels("pressure", size));
    }

    /** Returns one number for each temperature: AutoQC looks at no other, and takes what is not there for missing. */
    private double[] levels(String name, int size) {
        double[] given = inputs.getOrDefault(name, new double[0]);
        double[] levels = Arrays.copyOf(given, size);
        Arrays.fill(levels, Math.min(given.length, size), size, Double.NaN);
        return levels;
    }

    private AutoqcCast cast() {
        double probe = number("probe_type");
        return new AutoqcCast(
                number("lat"),
                number("lon"),
                (int) number("year"),
                (int) number("month"),
                (int) number("day"),
                number("time"),
                Double.isNaN(probe) ? AutoqcCast.UNKNOWN_PROBE : (int) probe,
                COUNTRY);
    }

    private double number(String name) {
        return params.get(name) instanceof Number number ? number.doubleValue() : Double.NaN;
    }
}
