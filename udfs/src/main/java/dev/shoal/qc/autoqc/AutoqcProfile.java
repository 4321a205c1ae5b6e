package dev.shoal.qc.autoqc;

/**
 * One temperature profile, levels in the order in which they were taken. The arrays are lent: no check changes or keeps
 * them.
 *
 * @param cast where, when and with what it was taken
 * @param depthMetres positive down, NaN where missing; shape {@code (n)}
 * @param temperature in situ, degC, NaN where missing; shape {@code (n)}
 * @param salinity practical, NaN where missing; shape {@code (n)}
 * @param pressure in dbar, NaN where missing; shape {@code (n)}
 */
public record AutoqcProfile(
        AutoqcCast cast, double[] depthMetres, double[] temperature, double[] salinity, double[] pressure) {

    /** Refuses arrays that differ in length. */
    public AutoqcProfile {
        int size = temperature.length;
        if (depthMetres.length != size || salinity.length != size || pressure.length != size) {
            throw new IllegalArgumentException("Cannot make a profile: found " + depthMetres.length + " depths, " + size
                    + " temperatures, " + salinity.length + " salinities and " + pressure.length
                    + " pressures, expected as many of each.");
        }
    }

    /** Returns the number of levels. */
    public int size() {
        return temperature.length;
    }

    boolean hasDepth(int level) {
        return !Double.isNaN(depthMetres[level]);
    }

    boolean hasTemperature(int level) {
        return !Double.isNaN(temperature[level]);
    }

    boolean hasBoth(int level) {
        return hasDepth(level) && hasTemperature(level);
    }
}
