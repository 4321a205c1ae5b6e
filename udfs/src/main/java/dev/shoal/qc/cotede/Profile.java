package dev.shoal.qc.cotede;

import java.util.Map;

/**
 * What CoTeDe calls its data: the tested variable and what was sampled with it.
 *
 * <p>The arrays are lent and not changed; they may be longer than the profile. What is not finite is missing.
 *
 * @param values of the tested variable
 * @param size number of samples
 * @param beside what else was sampled, by CoTeDe's names: {@code PRES}, {@code TEMP}, {@code PSAL}, {@code LATITUDE},
 *     {@code LONGITUDE}, {@code timeS}, or a feature's
 */
public record Profile(double[] values, int size, Map<String, double[]> beside) {

    /** Refuses arrays shorter than the profile. */
    public Profile {
        requireLength("values", values, size);
        beside.forEach((name, column) -> requireLength(name, column, size));
    }

    /** Makes a profile of nothing but values. */
    public Profile(double[] values) {
        this(values, values.length, Map.of());
    }

    /** Returns what was sampled under a name. */
    double[] column(String name) {
        double[] column = beside.get(name);
        if (column == null) {
            throw new IllegalArgumentException(
                    "Cannot apply a test of CoTeDe: found only " + beside.keySet() + ", expected also " + name + ".");
        }
        return column;
    }

    boolean has(String name) {
        return beside.containsKey(name);
    }

    boolean isMissing(int i) {
        return !Double.isFinite(values[i]);
    }

    private static void requireLength(String name, double[] column, int size) {
        if (column.length < size) {
            throw new IllegalArgumentException("Cannot make a profile of " + size + " samples: found " + column.length
                    + " of " + name + ", expected as many.");
        }
    }
}
