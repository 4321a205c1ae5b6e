package dev.shoal.qc.autoqc;

/**
 * Checks of the Integrated Climate Data Center, Hamburg (V. Gouretski, 2016). But for the first and the fourth they
 * look at the levels in order of depth, leaving out those above the surface or without depth or temperature.
 */
final class IcdcChecks {

    private static final double COLDEST = -2.3;
    private static final double WARMEST = 33;

    /** Temperatures at which another deepest depth starts. */
    private static final double[] CRUDE_STARTS = {
        -3.5, -2.5, -2.3, -2.0, -1.4, -1.0, -0.8, -0.5, -0.4, 3.0, 5.0, 5.5, 6.0, 7.0, 7.5, 8.8, 9.5, 10.0, 11.0, 12.0,
        12.8, 13.5, 14.75, 15.0, 16.0, 17.5, 18.5, 19.0, 20.0, 21.4, 22.4, 23.0, 24.0, 26.0, 28.0, 31.0, 32.0, 35.0
    };

    /** Depths in metres from which a temperature between two of {@link #CRUDE_STARTS} is not possible. */
    private static final double[] CRUDE_DEPTHS = {
        0, 500, 1200, 2000, 3800, 4200, 5000, 6000, 9000, 7500, 4400, 1950, 1900, 1800, 1700, 2200, 1700, 5200, 1600,
        1400, 3600, 5200, 1000, 800, 1800, 800, 600, 400, 350, 2400, 400, 350, 300, 250, 200, 100, 50
    };

    private IcdcChecks() {}

    /** Rejects depths above the surface. */
    static boolean[] levelOrder(AutoqcProfile profile) {
        double[] z = profile.depthMetres();
        return Levels.where(z.length, i -> z[i] < 0);
    }

    /** Rejects temperatures outside -2.3 to 33 degC, and those that are not possible at their depth. */
    static boolean[] crudeRange(AutoqcProfile profile) {
        IcdcLevels levels = IcdcLevels.of(profile);
        boolean[] reject = Levels.where(levels.size(), i -> isCrude(levels.z()[i], levels.t()[i]));
        return levels.inPlace(reject, profile.size());
    }

    private static boolean isCrude(double z, double t) {
        if (t < COLDEST || t > WARMEST) {
            return true;
        }
        for (int i = 0; i < CRUDE_DEPTHS.length; i++) {
            if (t >= CRUDE_STARTS[i] && t <= CRUDE_STARTS[i + 1] && z >= CRUDE_DEPTHS[i] && z <= 9000) {
                return true;
            }
        }
        return false;
    }

    /** Rejects depths that the instrument cannot reach; bathythermographs without XBT are judged if Japan's. */
    static boolean[] maximumDepth(AutoqcProfile profile) {
        double[] z = profile.depthMetres();
        double deepest =
                WodDataset.of(profile.cast()).deepestMetres(profile.cast().country());
        return Levels.where(z.length, i -> z[i] >= deepest);
    }

    /** Rejects the longest run of one temperature, to 0.0001 degC of its first, where it is long and 200 m thick. */
    static boolean[] stuckValue(AutoqcProfile profile) {
        IcdcLevels levels = IcdcLevels.of(profile);
        int fewest = WodDataset.of(profile.cast()).fewestStuck();
        boolean[] reject = Levels.none(levels.size());
        int start = 0;
        int longest = 1;
        for (int i = 0; i < levels.size() - fewest && i + longest < levels.size(); i++) {
            int length = runLength(levels.t(), i);
            start = length > longest ? i : start;
            longest = Math.max(length, longest);
        }
        boolean isStuck = levels.size() > fewest
                && longest >= fewest
                && levels.z()[start + longest - 1] - levels.z()[start] >= 200;
        for (int i = start; isStuck && i < start + longest; i++) {
            reject[i] = true;
        }
        return levels.inPlace(reject, profile.size());
    }

    private static int runLength(double[] t, int start) {
        int end = start + 1;
        while (end < t.length && Math.abs(t[start] - t[end]) <= 0.0001) {
            end++;
        }
        return end - start;
    }

    /** Rejects all levels where temperature turns back by more than 0.5 degC more than four times. */
    static boolean[] extrema(AutoqcProfile profile) {
        IcdcLevels all = IcdcLevels.of(profile);
        double[] t = all.within(COLDEST, Math.nextUp(WARMEST)).t();
        int turns = 0;
        for (int i = 1; i + 1 < t.length; i++) {
            double above = t[i] - t[i - 1];
            double below = t[i] - t[i + 1];
            turns += (above > 0.5 && below > 0.5) || (above < -0.5 && below < -0.5) ? 1 : 0;
        }
        return Levels.all(profile.size(), all.size() > 6 && t.length >= 6 && turns > 4);
    }

    /** Rejects levels that stand out from their neighbours by more than 4 degC, 3 below 1000 m, 2 below 2000 m. */
    static boolean[] spike(AutoqcProfile profile) {
        IcdcLevels levels = IcdcLevels.of(profile).within(COLDEST, WARMEST);
        double[] t = levels.t();
        boolean[] reject = Levels.none(levels.size());
        for (int i = 1; i + 1 < t.length; i++) {
            double excess = Math.abs(t[i] - 0.5 * (t[i - 1] + t[i + 1])) - Math.abs(0.5 * (t[i + 1] - t[i - 1]));
            double z = levels.z()[i];
            reject[i] = excess > (z > 2000 ? 2 : z > 1000 ? 3 : 4);
        }
        return levels.inPlace(reject, profile.size());
    }

    /**
     * Rejects both levels of a step whose gradient is outside a range that narrows with depth. Two levels of one depth
     * are taken to be 1 m apart, as in AutoQC.
     */
    static boolean[] gradient(AutoqcProfile profile) {
        IcdcLevels levels = IcdcLevels.of(profile);
        double[] z = levels.z();
        double[] t = levels.t();
        boolean[] reject = Levels.none(levels.size());
        for (int i = 0; i + 1 < t.length; i++) {
            double metres = z[i + 1] == z[i] ? 1 : z[i + 1] - z[i];
            double slope = (t[i + 1] - t[i]) / metres;
            double middle = Math.max(1, 0.5 * (z[i] + z[i + 1]));
            double least = Math.max(-4, -150 / middle - 0.010);
            double most = Math.min(1.5, 100 / middle + 0.015);
            if ((slope < least || slope > most) && isPossible(t[i]) && isPossible(t[i + 1])) {
                reject[i] = true;
                reject[i + 1] = true;
            }
        }
        return levels.inPlace(reject, profile.size());
    }

    private static boolean isPossible(double t) {
        return t > COLDEST && t < WARMEST;
    }
}
