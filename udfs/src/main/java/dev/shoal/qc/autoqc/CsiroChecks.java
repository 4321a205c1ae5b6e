package dev.shoal.qc.autoqc;

import java.util.Arrays;

/**
 * Checks of Australia's CSIRO, most of them for expendable bathythermographs (doi:10.1175/JTECHO539.1; the wire break
 * after its program Mquest).
 */
final class CsiroChecks {

    private CsiroChecks() {}

    /** Rejects the last level of an XBT that repeats the temperature of one more than 30 m above, north of 40S. */
    static boolean[] constantBottom(AutoqcProfile profile) {
        double[] t = profile.temperature();
        double[] z = profile.depthMetres();
        int last = t.length - 1;
        boolean[] reject = Levels.none(t.length);
        if (last > 0 && profile.cast().isXbt() && profile.cast().lat() > -40) {
            reject[last] = t[last] == t[last - 1] && z[last] - z[last - 1] > 30;
        }
        return reject;
    }

    /** Rejects levels of an XBT above 3.6 m, where it has not settled. */
    static boolean[] depth(AutoqcProfile profile) {
        double[] z = profile.depthMetres();
        boolean isXbt = profile.cast().isXbt();
        return Levels.where(z.length, i -> isXbt && z[i] < 3.6);
    }

    /** Rejects the top of an inversion below 5 m that warms by more than 1 degC in 4 m from its top to its bottom. */
    static boolean[] longGradient(AutoqcProfile profile) {
        double[] t = profile.temperature();
        double[] z = profile.depthMetres();
        boolean[] reject = Levels.none(t.length);
        int top = -1;
        for (int i = 0; i + 1 < t.length; i++) {
            if (!profile.hasBoth(i) || !profile.hasBoth(i + 1) || z[i] < 5) {
                continue;
            }
            if (t[i + 1] > t[i] && top < 0) {
                top = i;
            } else if (t[i + 1] < t[i] && top >= 0) {
                reject[top] |= Math.abs((z[i] - z[top]) / (t[i] - t[top])) < 4;
                top = -1;
            }
        }
        return reject;
    }

    /** Rejects the upper level of a step of more than 0.4 degC that warms too fast or turns too sharply. */
    static boolean[] shortGradient(AutoqcProfile profile) {
        double[] t = profile.temperature();
        double[] z = profile.depthMetres();
        boolean[] reject = Levels.none(t.length);
        for (int i = 0; i + 1 < t.length; i++) {
            double deeper = z[i + 1] - z[i];
            double warmer = t[i + 1] - t[i];
            double metresPerDegree = deeper / warmer;
            boolean sharp = (warmer > 0.5 && deeper < 30)
                    || Math.abs(metresPerDegree) < 0.4
                    || (metresPerDegree > 0 && metresPerDegree < 12.5);
            reject[i] = sharp && Math.abs(warmer) > 0.4;
        }
        return reject;
    }

    /**
     * Rejects the levels of an XBT above 4 m that are followed by one above 8 m. The level after may be of missing
     * depth: to AutoQC that is 0 m.
     */
    static boolean[] surfaceSpikes(AutoqcProfile profile) {
        double[] z = profile.depthMetres();
        boolean[] reject = Levels.none(z.length);
        if (!profile.cast().isXbt()) {
            return reject;
        }
        for (int i = 0; i + 1 < z.length && !(z[i] >= 4); i++) {
            reject[i] = z[i] < 4 && !(z[i + 1] >= 8);
        }
        return reject;
    }

    /**
     * Rejects the levels of an XBT below the last one that is within -2.4 to 32 degC and within 0.1 degC of both its
     * neighbours; none where there is no such level. Missing temperatures are 0 degC, as in AutoQC.
     */
    static boolean[] wireBreak(AutoqcProfile profile) {
        double[] t = Levels.zeroWhereMissing(profile.temperature());
        boolean[] reject = Levels.none(t.length);
        if (!profile.cast().isXbt()) {
            return reject;
        }
        int last = t.length - 1;
        while (last >= 0 && !isWhole(t, last)) {
            last--;
        }
        Arrays.fill(reject, last + 1, t.length, last >= 0);
        return reject;
    }

    private static boolean isWhole(double[] t, int i) {
        boolean nearAbove = i == 0 || Math.abs(t[i] - t[i - 1]) < 0.1;
        boolean nearBelow = i == t.length - 1 || Math.abs(t[i + 1] - t[i]) < 0.1;
        return t[i] >= -2.4 && t[i] <= 32 && nearAbove && nearBelow;
    }
}
