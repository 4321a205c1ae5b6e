package dev.shoal.qc.autoqc;

import java.time.YearMonth;

/** Argo's real-time checks as AutoQC has them, for profiles of any instrument (Argo quality control manual 2.5). */
final class ArgoChecks {

    private static final int FIRST_YEAR = 1700;
    private static final double DEEP_DBAR = 500;

    private ArgoChecks() {}

    /** Rejects temperatures outside -2.5 to 40 degC and levels whose depth is a pressure below -5 dbar. */
    static boolean[] globalRange(AutoqcProfile profile) {
        double[] t = profile.temperature();
        double[] pressure = DepthPressure.of(profile);
        return Levels.where(t.length, i -> t[i] < -2.5 || t[i] > 40 || pressure[i] < -5);
    }

    /** Rejects levels off the mean of their neighbours by more than 9 degC above 500 dbar, 3 degC from there. */
    static boolean[] gradient(AutoqcProfile profile) {
        double[] t = profile.temperature();
        double[] pressure = DepthPressure.of(profile);
        return Levels.where(t.length, i -> {
            if (i == 0 || i == t.length - 1) {
                return false;
            }
            double bend = Math.abs(t[i] - (t[i - 1] + t[i + 1]) / 2);
            return bend > byDepth(pressure[i], 9, 3);
        });
    }

    /** Rejects levels that stand out from their neighbours by more than 6 degC above 500 dbar, 2 degC from there. */
    static boolean[] spike(AutoqcProfile profile) {
        double[] t = profile.temperature();
        double[] pressure = DepthPressure.of(profile);
        return Levels.where(t.length, i -> {
            if (i == 0 || i == t.length - 1) {
                return false;
            }
            double bend = Math.abs(t[i] - (t[i - 1] + t[i + 1]) / 2);
            return bend - Math.abs((t[i + 1] - t[i - 1]) / 2) > byDepth(pressure[i], 6, 2);
        });
    }

    private static double byDepth(double pressure, double shallow, double deep) {
        return Double.isNaN(pressure) ? Double.NaN : pressure < DEEP_DBAR ? shallow : deep;
    }

    /** Rejects all levels of a profile before 1700, off the calendar, or at an hour that is not in a day. */
    static boolean[] impossibleDate(AutoqcProfile profile) {
        AutoqcCast cast = profile.cast();
        boolean impossible = cast.year() < FIRST_YEAR
                || cast.month() < 1
                || cast.month() > 12
                || !YearMonth.of(cast.year(), cast.month()).isValidDay(cast.day())
                || cast.hourOfDay() < 0
                || cast.hourOfDay() >= 24;
        return Levels.all(profile.size(), impossible);
    }

    /** Rejects all levels of a profile off the globe: latitude outside 90S to 90N, longitude outside 180W to 180E. */
    static boolean[] impossibleLocation(AutoqcProfile profile) {
        AutoqcCast cast = profile.cast();
        boolean impossible = Math.abs(cast.lat()) > 90 || Math.abs(cast.lon()) > 180;
        return Levels.all(profile.size(), impossible);
    }

    /** Rejects levels whose depth is no larger than the largest above, and where it is smaller that one too. */
    static boolean[] pressureIncreasing(AutoqcProfile profile) {
        double[] pressure = DepthPressure.of(profile);
        boolean[] reject = Levels.none(pressure.length);
        int deepest = -1;
        for (int i = 0; i < pressure.length; i++) {
            if (deepest < 0 || pressure[i] > pressure[deepest]) {
                deepest = Double.isNaN(pressure[i]) ? deepest : i;
            } else if (pressure[i] <= pressure[deepest]) {
                reject[i] = true;
                reject[deepest] |= pressure[i] < pressure[deepest];
            }
        }
        return reject;
    }

    /** Rejects temperatures outside 21.7 to 40 degC in the Red Sea and outside 10 to 40 degC in the Mediterranean. */
    static boolean[] regionalRange(AutoqcProfile profile) {
        double[] t = profile.temperature();
        AutoqcCast cast = profile.cast();
        boolean inRedSea = ArgoSea.RED_SEA.holds(cast.lat(), cast.lon());
        boolean inMediterranean = ArgoSea.MEDITERRANEAN.holds(cast.lat(), cast.lon());
        return Levels.where(
                t.length,
                i -> (inRedSea && (t[i] < 21.7 || t[i] > 40)) || (inMediterranean && (t[i] < 10 || t[i] > 40)));
    }
}
