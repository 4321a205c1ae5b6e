package dev.shoal.qc.argo;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;

/**
 * The CTD's profile of a cycle, for sensors that have pressures of their own. Arrays are lent, shape {@code (levels)}
 * each.
 *
 * @param pressure dbar, NaN where missing
 * @param temperature degrees Celsius, NaN where missing
 * @param salinity practical salinity, NaN where missing
 * @param pressureFlags {@link ArgoFlag} codes
 * @param temperatureFlags likewise
 * @param salinityFlags likewise
 */
public record CtdLevels(
        double[] pressure,
        double[] temperature,
        double[] salinity,
        byte[] pressureFlags,
        byte[] temperatureFlags,
        byte[] salinityFlags) {

    /** No levels: a profile that has its own temperature and salinity. */
    public static final CtdLevels NONE =
            new CtdLevels(new double[0], new double[0], new double[0], new byte[0], new byte[0], new byte[0]);

    private static final double ABOVE = 10;
    private static final double BELOW = 50;

    /** Refuses arrays of different lengths. */
    public CtdLevels {
        int levels = pressure.length;
        if (temperature.length != levels
                || salinity.length != levels
                || pressureFlags.length != levels
                || temperatureFlags.length != levels
                || salinityFlags.length != levels) {
            throw new IllegalArgumentException("Cannot make the levels of a CTD: found " + levels + " pressures, "
                    + temperature.length + " temperatures, " + salinity.length + " salinities and "
                    + pressureFlags.length + ", " + temperatureFlags.length + " and " + salinityFlags.length
                    + " flags, expected as many of each.");
        }
    }

    /** Returns the levels of a profile that was tested, with NaN and {@link ArgoFlag#MISSING} for what it lacks. */
    public static CtdLevels of(ArgoProfile profile, ArgoResult result) {
        return new CtdLevels(
                values(profile, ArgoNames.PRES),
                values(profile, ArgoNames.TEMP),
                values(profile, ArgoNames.PSAL),
                flags(profile, result, ArgoNames.PRES),
                flags(profile, result, ArgoNames.TEMP),
                flags(profile, result, ArgoNames.PSAL));
    }

    /** Returns the number of levels. */
    public int levels() {
        return pressure.length;
    }

    /** Returns the places of other pressures, in dbar, at which temperature is bad on either side. */
    public BitSet badTemperatureAt(double[] pressures) {
        return badAt(pressures, temperature, temperatureFlags);
    }

    /** Returns the places of other pressures, in dbar, at which salinity is bad on either side. */
    public BitSet badSalinityAt(double[] pressures) {
        return badAt(pressures, salinity, salinityFlags);
    }

    /**
     * Interpolates temperature to other pressures.
     *
     * @param pressures dbar
     * @return a new array, NaN more than 10 dbar above the first and 50 dbar below the last level
     */
    public double[] temperatureAt(double[] pressures) {
        return interpolated(pressures, temperature);
    }

    /** Interpolates salinity to other pressures, likewise. */
    public double[] salinityAt(double[] pressures) {
        return interpolated(pressures, salinity);
    }

    private double[] interpolated(double[] pressures, double[] values) {
        int[] order = ascending(values);
        double[] padded = padded(order);
        double[] result = new double[pressures.length];
        for (int i = 0; i < result.length; i++) {
            int upper = upper(padded, pressures[i]);
            if (upper < 0) {
                result[i] = Double.NaN;
                continue;
            }
            double share = (pressures[i] - padded[upper]) / (padded[upper + 1] - padded[upper]);
            double above = values[level(order, upper)];
            result[i] = above + share * (values[level(order, upper + 1)] - above);
        }
        return result;
    }

    private BitSet badAt(double[] pressures, double[] values, byte[] flags) {
        int[] order = ascending(values);
        double[] padded = padded(order);
        BitSet bad = new BitSet();
        for (int i = 0; i < pressures.length; i++) {
            int upper = upper(padded, pressures[i]);
            if (upper >= 0) {
                boolean above = flags[level(order, upper)] == ArgoFlag.BAD && pressures[i] != padded[upper + 1];
                boolean below = flags[level(order, upper + 1)] == ArgoFlag.BAD && pressures[i] != padded[upper];
                bad.set(i, above || below);
            }
        }
        return bad;
    }

    /** Returns the levels whose pressure goes on down, from the middle of those known both ways. */
    private int[] ascending(double[] values) {
        int[] known = Levels.numbers(Slabs.known(values, pressure));
        Deque<Integer> kept = new ArrayDeque<>();
        int middle = Math.max(0, known.length / 2 - 1);
        for (int i = middle; i >= 0 && known.length > 0; i--) {
            if (kept.isEmpty() || pressure[known[i]] < pressure[kept.getFirst()]) {
                kept.addFirst(known[i]);
            }
        }
        for (int i = middle + 1; i < known.length; i++) {
            if (pressure[known[i]] > pressure[kept.getLast()]) {
                kept.addLast(known[i]);
            }
        }
        return kept.stream().mapToInt(Integer::intValue).toArray();
    }

    private double[] padded(int[] order) {
        if (order.length == 0) {
            return new double[0];
        }
        double[] padded = new double[order.length + 2];
        padded[0] = pressure[order[0]] - ABOVE;
        for (int i = 0; i < order.length; i++) {
            padded[i + 1] = pressure[order[i]];
        }
        padded[order.length + 1] = pressure[order[order.length - 1]] + BELOW;
        return padded;
    }

    private static int level(int[] order, int place) {
        return order[Math.max(0, Math.min(order.length - 1, place - 1))];
    }

    /** Returns the place of the padded pressure above another one, negative where there are none around it. */
    private static int upper(double[] padded, double at) {
        if (padded.length == 0 || !(at >= padded[0]) || at > padded[padded.length - 1]) {
            return -1;
        }
        int found = Arrays.binarySearch(padded, at);
        return Math.min(found >= 0 ? found : -found - 2, padded.length - 2);
    }

    private static double[] values(ArgoProfile profile, String name) {
        double[] missing = new double[profile.levels()];
        Arrays.fill(missing, Double.NaN);
        return profile.parameters().getOrDefault(name, missing);
    }

    private static byte[] flags(ArgoProfile profile, ArgoResult result, String name) {
        byte[] missing = new byte[profile.levels()];
        Arrays.fill(missing, ArgoFlag.MISSING);
        return result.flags().getOrDefault(name, missing);
    }
}
