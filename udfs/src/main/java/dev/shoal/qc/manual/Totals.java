package dev.shoal.qc.manual;

import dev.shoal.qc.flag.QcFlag;
import java.util.Arrays;

/**
 * Tests of the total velocities that several HF radars make together: QARTOD's manual for HF radar surface currents,
 * edition of 2022, tests 301 to 304, 306 and 307.
 */
public final class Totals {

    private Totals() {}

    /**
     * Flags a total made of few radials (test 301, data density).
     *
     * @param radials number of radials in it, not finite where not known
     * @param least number below which it is {@link QcFlag#FAIL}; the manual recommends 3
     */
    public static byte density(double radials, double least) {
        return Levels.outside(radials, least, Levels.OFF, QcFlag.FAIL);
    }

    /**
     * Flags a total whose radials cross at too flat an angle (test 302, geometric dilution of precision), or with too
     * large an uncertainty of one component (tests 306 and 307).
     *
     * @param dilution the measure
     * @param suspect measure from which on it is {@link QcFlag#SUSPECT}; 1.25 for display
     * @param fail measure from which on it is {@link QcFlag#FAIL}; 10 in the United States' national network
     */
    public static byte dilution(double dilution, double suspect, double fail) {
        return Levels.reaching(dilution, suspect, fail);
    }

    /**
     * Flags a total that is too fast (test 303).
     *
     * @param u eastward
     * @param v northward
     * @param suspect speed above which it is {@link QcFlag#SUSPECT}; infinity for none, as in the manual
     * @param fail speed above which it is {@link QcFlag#FAIL}; 1 m/s on the west coast of the United States, 3 m/s on
     *     the east coast
     */
    public static byte speed(double u, double v, double suspect, double fail) {
        return Levels.above(Math.hypot(u, v), suspect, fail);
    }

    /**
     * Flags totals that differ from the median of those around them (test 304).
     *
     * <p>The manual does not say how vectors differ; here each component has its median, and the length of the vector
     * from there to the total counts.
     *
     * @param u eastward, shape {@code (row, column)}, column running fastest, NaN where missing; not changed
     * @param v northward, the same shape; not changed
     * @param columns of the grid
     * @param steps rows and columns within which others lie around a total, itself among them
     * @param difference length above which a total is {@link QcFlag#FAIL}
     * @param flags shape {@code (row, column)}, overwritten
     */
    public static void median(double[] u, double[] v, int columns, int steps, double difference, byte[] flags) {
        int rows = u.length / columns;
        double[] us = new double[(2 * steps + 1) * (2 * steps + 1)];
        double[] vs = new double[us.length];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                int i = row * columns + column;
                int count = 0;
                for (int r = Math.max(0, row - steps); r <= Math.min(rows - 1, row + steps); r++) {
                    for (int c = Math.max(0, column - steps); c <= Math.min(columns - 1, column + steps); c++) {
                        int at = r * columns + c;
                        if (Double.isFinite(u[at]) && Double.isFinite(v[at])) {
                            us[count] = u[at];
                            vs[count++] = v[at];
                        }
                    }
                }
                double away = Math.hypot(u[i] - median(us, count), v[i] - median(vs, count));
                flags[i] = Levels.above(away, Levels.OFF, difference);
            }
        }
    }

    private static double median(double[] values, int count) {
        Arrays.sort(values, 0, count);
        return count == 0 ? Double.NaN : (values[(count - 1) / 2] + values[count / 2]) / 2;
    }
}
