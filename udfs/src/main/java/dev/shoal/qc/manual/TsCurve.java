package dev.shoal.qc.manual;

import dev.shoal.qc.flag.QcFlag;
import java.util.Arrays;

/**
 * Flags a salinity that a water mass does not have at its temperature (QARTOD's TS curve test: temperature and salinity
 * version 2.0, test 12; gliders, test 13).
 *
 * <p>The curve is a table, straight between its points. A temperature outside the table cannot be judged. Safe for any
 * number of threads.
 */
public final class TsCurve {

    private final double[] temperatures;
    private final double[] salinities;

    /**
     * Makes a curve.
     *
     * @param temperatures degrees Celsius, at least two, each above the one before; copied
     * @param salinities at those temperatures, in the unit of what is tested; copied
     */
    public TsCurve(double[] temperatures, double[] salinities) {
        if (temperatures.length < 2 || temperatures.length != salinities.length || !rises(temperatures)) {
            throw new IllegalArgumentException("Cannot make a TS curve: found temperatures "
                    + Arrays.toString(temperatures) + " and salinities " + Arrays.toString(salinities)
                    + ", expected as many of one as of the other, at least two, and rising temperatures.");
        }
        this.temperatures = temperatures.clone();
        this.salinities = salinities.clone();
    }

    /** Returns the salinity of the curve at a temperature; NaN outside the table. */
    public double at(double temperature) {
        return Tables.interpolate(temperatures, salinities, temperatures.length, temperature);
    }

    /**
     * Flags one sample.
     *
     * <p>The manual names {@code >= warn} and {@code > fail}, so a salinity just as far off as {@code fail} is suspect.
     *
     * @param temperature degrees Celsius
     * @param salinity in the curve's unit
     * @param suspect distance from which on it is {@link QcFlag#SUSPECT}; the manual's example is 0.02
     * @param fail distance above which it is {@link QcFlag#FAIL}; the manual's example is 0.05
     */
    public byte flag(double temperature, double salinity, double suspect, double fail) {
        if (!Double.isFinite(salinity)) {
            return QcFlag.MISSING;
        }
        double distance = Math.abs(salinity - at(temperature));
        return distance > fail ? QcFlag.FAIL : Levels.orUnknown(Levels.reaching(distance, suspect, Levels.OFF));
    }

    private static boolean rises(double[] values) {
        for (int i = 1; i < values.length; i++) {
            if (!(values[i] > values[i - 1])) {
                return false;
            }
        }
        return true;
    }
}
