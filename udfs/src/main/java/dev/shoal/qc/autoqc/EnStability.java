package dev.shoal.qc.autoqc;

import dev.shoal.qc.seawater.McDougall2003;

/**
 * The Met Office's search for density that falls with depth by more than 0.03 kg/m3, both levels brought to the
 * pressure of the lower (Ingleby and Huddleston 2007), with the equation of state of {@link McDougall2003}.
 *
 * <p>A level without temperature, salinity or pressure is passed over, and so is one of negative salinity, for which
 * the equation has no value. Pressure is that of the depth where the profile has none at all. The first inversion that
 * counts is that of the third level, as in AutoQC.
 */
final class EnStability {

    private static final double MOST_FALL = 0.03;

    private final double[] s;
    private final double[] theta;
    private final double[] p;
    private final boolean[] known;
    private final boolean[] reject;

    private EnStability(AutoqcProfile profile) {
        s = profile.salinity();
        p = hasPressure(profile) ? profile.pressure() : DepthPressure.of(profile);
        double[] t = profile.temperature();
        known = Levels.where(s.length, i -> !Double.isNaN(t[i]) && s[i] >= 0 && !Double.isNaN(p[i]));
        theta = new double[s.length];
        for (int i = 0; i < s.length; i++) {
            theta[i] = McDougall2003.potentialTemperature(s[i], t[i], p[i]);
        }
        reject = Levels.none(s.length);
    }

    /** Rejects the levels of inversions; all where they are a quarter of the profile and at least two. */
    static boolean[] check(AutoqcProfile profile) {
        EnStability check = new EnStability(profile);
        int last = profile.size() - 1;
        for (int i = 2; i < last; i++) {
            check.judge(i);
        }
        if (last > 0 && check.known[last] && check.known[last - 1]) {
            check.reject[last] |= check.rise(last) < -MOST_FALL;
        }
        boolean most = Levels.count(check.reject) >= Math.max(2, profile.size() / 4.0);
        return most ? Levels.all(profile.size(), true) : check.reject;
    }

    private static boolean hasPressure(AutoqcProfile profile) {
        for (double pressure : profile.pressure()) {
            if (!Double.isNaN(pressure)) {
                return true;
            }
        }
        return false;
    }

    private void judge(int i) {
        if (!known[i] || !known[i - 1] || !known[i - 2]) {
            return;
        }
        double rise = rise(i);
        if (rise >= -MOST_FALL) {
            return;
        }
        if (isBack(rise(i - 1), rise)) {
            reject[i - 1] = true;
        } else if (known[i + 1]) {
            reject[i] = true;
            reject[i - 1] |= !isBack(rise, rise(i + 1));
        }
    }

    /** Tells whether the second step takes the first back. */
    private static boolean isBack(double first, double second) {
        return Math.abs(first + second) < 0.25 * Math.abs(first - second);
    }

    /** Returns how much denser than the level above a level is, both at its pressure. */
    private double rise(int i) {
        return McDougall2003.density(s[i], theta[i], p[i]) - McDougall2003.density(s[i - 1], theta[i - 1], p[i]);
    }
}
