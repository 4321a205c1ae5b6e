package dev.shoal.qc.manual;

import dev.shoal.qc.flag.QcFlag;

/**
 * Tests of the total velocities that several HF radars make together: QARTOD's manual for HF radar surface currents,
 * edition of 2022, tests 301 to 303, 306 and 307; test 304 is {@link TotalMedian}.
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
}
