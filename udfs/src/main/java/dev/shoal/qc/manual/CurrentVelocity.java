package dev.shoal.qc.manual;

import dev.shoal.qc.flag.QcFlag;

/**
 * Whether a velocity is one that water has: QARTOD's manual for in-situ currents, version 2.1 (2019), tests 10 to 16;
 * version 1.0 has 10 to 14 under the same numbers and neither 15 nor 16. The flat line test (17, in version 1.0 the
 * stuck sensor test 15) is {@link StuckCount}.
 *
 * <p>Each flag is that of one bin of one ensemble. Velocities of one call share a unit, that of the thresholds. Where
 * the manual names one level, the other is ours and may be off.
 */
public final class CurrentVelocity {

    private CurrentVelocity() {}

    /**
     * Flags a current that is too fast (test 10).
     *
     * @param speed of the current; a negative one is {@link QcFlag#FAIL}, since speeds are not
     * @param suspect speed above which it is {@link QcFlag#SUSPECT}; the manual's example is 250 cm/s
     * @param fail speed above which it is {@link QcFlag#FAIL}; infinity for none, as in the manual
     */
    public static byte speed(double speed, double suspect, double fail) {
        return speed < 0 && Double.isFinite(speed) ? QcFlag.FAIL : Levels.above(speed, suspect, fail);
    }

    /**
     * Flags a direction outside the circle (test 11).
     *
     * @param degrees toward which the current runs
     * @param low degrees below which it is {@link QcFlag#FAIL}; the manual's is 0
     * @param high degrees above which it is {@link QcFlag#FAIL}; the manual's is 360
     */
    public static byte direction(double degrees, double low, double high) {
        return Levels.outside(degrees, low, high, QcFlag.FAIL);
    }

    /**
     * Flags a horizontal velocity with too large a component (test 12).
     *
     * @param u one component
     * @param v the component across it
     * @param largestU size above which {@code u} is {@link QcFlag#FAIL}
     * @param largestV size above which {@code v} is {@link QcFlag#FAIL}
     */
    public static byte horizontal(double u, double v, double largestU, double largestV) {
        return both(Levels.above(Math.abs(u), Levels.OFF, largestU), Levels.above(Math.abs(v), Levels.OFF, largestV));
    }

    /**
     * Flags a vertical velocity that is large beside the current (test 13).
     *
     * <p>The manual allows a share of the speed or, instead, a fixed velocity; here a velocity passes where either lets
     * it. So with the fixed one at 0 the share alone decides, and with the share at 0 the fixed one.
     *
     * @param w vertical velocity
     * @param speed of the current
     * @param share of the speed up to which {@code w} passes; the manual's is 0.01
     * @param suspect size of {@code w} up to which it passes whatever the speed; the manual's example is 15 cm/s
     * @param fail size above which it is {@link QcFlag#FAIL}; infinity for none, as in the manual
     */
    public static byte vertical(double w, double speed, double share, double suspect, double fail) {
        if (!Double.isFinite(w)) {
            return QcFlag.MISSING;
        }
        double size = Math.abs(w);
        if (size > fail) {
            return QcFlag.FAIL;
        }
        if (size <= suspect) {
            return QcFlag.GOOD;
        }
        if (share > 0 && !Double.isFinite(speed)) {
            return QcFlag.UNKNOWN;
        }
        return share > 0 && size <= share * speed ? QcFlag.GOOD : QcFlag.SUSPECT;
    }

    /**
     * Flags a velocity on which two pairs of beams disagree (test 14).
     *
     * <p>The manual compares the error velocity as it is; it has a sign, so its size counts here.
     *
     * @param error error velocity
     * @param suspect size from which on it is {@link QcFlag#SUSPECT}; the manual's example is 15 cm/s
     * @param fail size above which it is {@link QcFlag#FAIL}; the manual's example is 20 cm/s
     */
    public static byte error(double error, double suspect, double fail) {
        double size = Math.abs(error);
        byte flag = Levels.reaching(size, suspect, Levels.OFF);
        return flag != QcFlag.MISSING && size > fail ? QcFlag.FAIL : flag;
    }

    /**
     * Flags a velocity that differs from the one an ensemble before (test 15).
     *
     * @param u one component
     * @param v the component across it
     * @param uBefore {@code u} of the same bin an ensemble before
     * @param vBefore {@code v} of the same bin an ensemble before
     * @param suspect change from which on it is {@link QcFlag#SUSPECT}; the manual's example is 50 cm/s
     * @param fail change from which on it is {@link QcFlag#FAIL}; the manual's example is 100 cm/s
     */
    public static byte change(double u, double v, double uBefore, double vBefore, double suspect, double fail) {
        return step(u, v, u - uBefore, v - vBefore, suspect, fail);
    }

    /**
     * Flags a velocity that differs from the mean of the one before and the one after (test 16).
     *
     * <p>The manual would take only neighbours that passed; which pass depends on where one starts, so all count here.
     *
     * @param u one component: of the ensemble before, of the one judged, of the one after
     * @param v the component across it, likewise
     * @param suspect excess from which on it is {@link QcFlag#SUSPECT}; the manual's example is 50 cm/s
     * @param fail excess from which on it is {@link QcFlag#FAIL}; the manual's example is 100 cm/s
     */
    public static byte spike(double[] u, double[] v, double suspect, double fail) {
        return step(u[1], v[1], u[1] - (u[0] + u[2]) / 2, v[1] - (v[0] + v[2]) / 2, suspect, fail);
    }

    private static byte step(double u, double v, double du, double dv, double suspect, double fail) {
        if (!Double.isFinite(u) && !Double.isFinite(v)) {
            return QcFlag.MISSING;
        }
        return both(
                Levels.orUnknown(Levels.reaching(Math.abs(du), suspect, fail)),
                Levels.orUnknown(Levels.reaching(Math.abs(dv), suspect, fail)));
    }

    /** Returns the worse of two flags, where good needs both. */
    private static byte both(byte one, byte other) {
        byte worse = QcFlag.worse(one, other);
        return worse == QcFlag.GOOD && one != other ? QcFlag.UNKNOWN : worse;
    }
}
