package dev.shoal.qc.manual;

import dev.shoal.qc.flag.QcFlag;

/**
 * Tests of the radial velocities of one HF radar: QARTOD's manual for HF radar surface currents, edition of 2022, tests
 * 101 and 202 to 209; version 1.0 (2016) has 101 as 1 and 202 to 208 as 7 to 13. The syntax test is
 * {@link RadialHeader}, the spatial median {@link RadialMedian}.
 *
 * <p>A flag is that of one radial unless the test says that it is that of the whole map. Velocities of one call share a
 * unit, that of the thresholds, centimetres per second in the manual's examples.
 */
public final class Radials {

    /** The bit of a CODAR vector flag that says that a vector lies on land or behind it. */
    public static final int BLOCKED = 128;

    private static final double FULL_CIRCLE = 360;

    private Radials() {}

    /**
     * Flags a radial whose antennas heard too little (test 101): the monopole, or both loops.
     *
     * @param loop1 signal to noise, decibels
     * @param loop2 signal to noise, decibels
     * @param monopole signal to noise, decibels
     * @param least decibels below which an antenna heard too little; the manual's example is 6
     */
    public static byte signalToNoise(double loop1, double loop2, double monopole, double least) {
        if (monopole < least || (loop1 < least && loop2 < least)) {
            return QcFlag.FAIL;
        }
        if (!Double.isFinite(monopole) && !Double.isFinite(loop1) && !Double.isFinite(loop2)) {
            return QcFlag.MISSING;
        }
        return monopole >= least && (loop1 >= least || loop2 >= least) ? QcFlag.GOOD : QcFlag.UNKNOWN;
    }

    /**
     * Flags a velocity whose signals cannot be told apart from noise (test 102, eigenvalues of the covariance matrix).
     *
     * <p>Good is one eigenvalue that is much larger than both others; failed are three that are all alike.
     *
     * @param first eigenvalue, in any order with the others
     * @param second eigenvalue
     * @param third eigenvalue
     * @param alike share of the largest by which the smallest falls short at most where all are alike; the manual's 0.2
     * @param ratio of the largest to the second above which it is much larger; the manual's is 100
     */
    public static byte eigenvalues(double first, double second, double third, double alike, double ratio) {
        double largest = Math.max(Math.max(first, second), third);
        double smallest = Math.min(Math.min(first, second), third);
        if (!Double.isFinite(largest)) {
            return QcFlag.MISSING;
        }
        double middle = Math.max(Math.min(first, second), Math.min(Math.max(first, second), third));
        if (largest - smallest <= alike * largest) {
            return QcFlag.FAIL;
        }
        return largest > ratio * middle ? QcFlag.GOOD : QcFlag.SUSPECT;
    }

    /**
     * Flags a velocity whose direction stands out too little (test 103, peak power of the solution taken).
     *
     * @param power decibels
     * @param least decibels below which it is {@link QcFlag#FAIL}; the manual's example is 5
     */
    public static byte peakPower(double power, double least) {
        return Levels.outside(power, least, Levels.OFF, QcFlag.FAIL);
    }

    /**
     * Flags a velocity whose direction is too vague (test 104, width of the peak of the solution taken at half power).
     *
     * @param width degrees
     * @param fail degrees from which on it is {@link QcFlag#FAIL}; the manual's example is 50
     */
    public static byte peakWidth(double width, double fail) {
        return Levels.reaching(width, Levels.OFF, fail);
    }

    /**
     * Flags a velocity of two directions whose signals hang together (test 105, positive definiteness).
     *
     * @param power1 of one signal
     * @param power2 of the other
     * @param cross size of the element off the diagonal of their matrix
     * @param suspect multiple of {@code cross} up to which their product is {@link QcFlag#SUSPECT}; the manual's is 5
     * @param fail multiple of {@code cross} below which their product is {@link QcFlag#FAIL}; the manual's is 3
     */
    public static byte definiteness(double power1, double power2, double cross, double suspect, double fail) {
        return Levels.notAbove(power1 * power2 / Math.abs(cross), suspect, fail);
    }

    /**
     * Flags a velocity that is too high in either direction (test 202, max threshold).
     *
     * @param velocity toward or away from the radar
     * @param suspect speed above which it is {@link QcFlag#SUSPECT}; infinity for none, as in the manual
     * @param fail speed above which it is {@link QcFlag#FAIL}
     */
    public static byte speed(double velocity, double suspect, double fail) {
        return Levels.above(Math.abs(velocity), suspect, fail);
    }

    /**
     * Flags a radial on land or where the radar cannot see (test 203, valid location).
     *
     * <p>Vector flags are sums of bits, so the bit counts, whatever else is set.
     *
     * @param vectorFlag the radial's flag column, not finite where it has none
     * @param bits of which none may be set; {@link #BLOCKED} for CODAR
     */
    public static byte location(double vectorFlag, int bits) {
        if (!Double.isFinite(vectorFlag)) {
            return QcFlag.UNKNOWN;
        }
        return ((long) vectorFlag & bits) != 0 ? QcFlag.FAIL : QcFlag.GOOD;
    }

    /**
     * Flags a map with few radials (test 204).
     *
     * @param count radials with a velocity and a valid location
     * @param suspect count up to which, this end included, the map is {@link QcFlag#SUSPECT}; 300 is usual
     * @param fail count below which the map is {@link QcFlag#FAIL}; 150 is usual
     */
    public static byte count(long count, long suspect, long fail) {
        return Levels.notAbove((double) count, (double) suspect, (double) fail);
    }

    /**
     * Flags a velocity that differs from the one an hour before in the same cell (test 206, temporal gradient).
     *
     * @param velocity of the cell
     * @param before velocity of the cell at the time before; {@link QcFlag#UNKNOWN} where it is missing
     * @param suspect difference from which on it is {@link QcFlag#SUSPECT}; the manual's example is 36 cm/s
     * @param fail difference from which on it is {@link QcFlag#FAIL}; the manual's example is 54 cm/s
     */
    public static byte change(double velocity, double before, double suspect, double fail) {
        if (!Double.isFinite(velocity)) {
            return QcFlag.MISSING;
        }
        return Levels.orUnknown(Levels.reaching(Math.abs(velocity - before), suspect, fail));
    }

    /**
     * Returns the mean of bearings as of directions, so that 350 and 10 make 0 and not 180; NaN where they cancel out
     * or none is there.
     *
     * @param bearings degrees, NaN where missing; not changed
     */
    public static double meanBearing(double[] bearings) {
        double east = 0;
        double north = 0;
        int count = 0;
        for (double bearing : bearings) {
            if (Double.isFinite(bearing)) {
                east += Math.sin(Math.toRadians(bearing));
                north += Math.cos(Math.toRadians(bearing));
                count++;
            }
        }
        boolean cancel = Math.hypot(east, north) <= count * 1e-12;
        return cancel ? Double.NaN : Math.toDegrees(Math.atan2(east, north)) + (east < 0 ? FULL_CIRCLE : 0);
    }

    /**
     * Flags a map whose mean bearing is not what it used to be (test 207).
     *
     * @param mean degrees, see {@link #meanBearing}; {@link QcFlag#UNKNOWN} where there is none
     * @param reference degrees
     * @param suspect degrees apart from which on the map is {@link QcFlag#SUSPECT}; the manual's example is 15
     * @param fail degrees apart from which on the map is {@link QcFlag#FAIL}; the manual's example is 30
     */
    public static byte bearing(double mean, double reference, double suspect, double fail) {
        return Levels.orUnknown(Levels.reaching(apart(mean, reference), suspect, fail));
    }

    /** Returns how far two bearings are apart, degrees from 0 to 180. */
    static double apart(double bearing, double other) {
        return Math.abs(Math.IEEEremainder(bearing - other, FULL_CIRCLE));
    }

    /**
     * Flags a velocity that differs from what the other radars make of it (test 208, synthetic radial).
     *
     * @param velocity of the radar
     * @param synthetic component along the same bearing of a total made without this radar; {@link QcFlag#UNKNOWN}
     *     where there is none
     * @param suspect difference above which it is {@link QcFlag#SUSPECT}; the manual's example is 15 cm/s
     * @param fail difference above which it is {@link QcFlag#FAIL}; the manual's example is 25 cm/s
     */
    public static byte synthetic(double velocity, double synthetic, double suspect, double fail) {
        if (!Double.isFinite(velocity)) {
            return QcFlag.MISSING;
        }
        return Levels.orUnknown(Levels.above(Math.abs(velocity - synthetic), suspect, fail));
    }

    /**
     * Returns the component of a total velocity along a bearing, for the synthetic radial test.
     *
     * @param u eastward
     * @param v northward
     * @param bearing degrees clockwise from north
     */
    public static double along(double u, double v, double bearing) {
        return u * Math.sin(Math.toRadians(bearing)) + v * Math.cos(Math.toRadians(bearing));
    }

    /**
     * Flags the velocity of a cell that has not changed for a number of times (test 209, stuck value).
     *
     * @param velocities of the cell, oldest first, the one judged last; {@link QcFlag#UNKNOWN} where one is missing;
     *     not changed
     * @param resolution difference below which two velocities are the same; the manual's example is 0.01 cm/s
     */
    public static byte stuck(double[] velocities, double resolution) {
        int last = velocities.length - 1;
        if (!Double.isFinite(velocities[last])) {
            return QcFlag.MISSING;
        }
        double most = 0;
        for (int i = last; i > 0; i--) {
            double step = Math.abs(velocities[i] - velocities[i - 1]);
            if (Double.isNaN(step)) {
                return QcFlag.UNKNOWN;
            }
            most = Math.max(most, step);
        }
        return most < resolution ? QcFlag.FAIL : QcFlag.GOOD;
    }
}
