package dev.shoal.qc.autoqc;

/**
 * The Met Office's search for density that falls with depth by more than 0.03 kg/m3, both levels brought to the pressure
 * of the lower (Ingleby and Huddleston 2007), with the 25-term equation of state and the potential temperature of
 * McDougall et al. (2003, doi:10.1175/1520-0426(2003)20<730:AAACEAF>2.0.CO;2).
 *
 * <p>A level without temperature, salinity or pressure is passed over, and so is one of negative salinity, for which the
 * equation has no value. Pressure is that of the depth where the profile has none at all. The first inversion that
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
            theta[i] = potentialTemperature(s[i], t[i], p[i]);
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
        return density(s[i], theta[i], p[i]) - density(s[i - 1], theta[i - 1], p[i]);
    }

    /**
     * Returns density in kg/m3.
     *
     * @param s practical salinity
     * @param t potential temperature in degC
     * @param p pressure in dbar
     */
    static double density(double s, double t, double p) {
        double upper = 9.99843699e2
                + t * (7.35212840 + t * (-5.45928211e-2 + t * 3.98476704e-4))
                + s * (2.96938239 - 7.23268813e-3 * t + 2.12382341e-3 * s)
                + p * (1.04004591e-2 + 1.03970529e-7 * t * t + 5.18761880e-6 * s)
                + p * p * (-3.24041825e-8 - 1.23869360e-11 * t * t);
        double lower = 1
                + t * (7.28606739e-3 + t * (-4.60835542e-5 + t * (3.68390573e-7 + t * 1.80809186e-10)))
                + s * (2.14691708e-3 - 9.27062484e-6 * t - 1.78343643e-10 * t * t * t)
                + s * Math.sqrt(s) * (4.76534122e-6 + 1.63410736e-9 * t * t)
                + p * (5.30848875e-6 - 3.03175128e-16 * p * t * t * t - 1.27934137e-17 * p * p * t);
        return upper / lower;
    }

    private static double potentialTemperature(double s, double t, double p) {
        double slope = 1.067610e-5
                - 1.434297e-6 * s
                - 7.566349e-9 * p
                + t * (-8.535585e-6 + 3.074672e-8 * s + 1.918639e-8 * t + 1.788718e-10 * p);
        return t + p * slope;
    }
}
