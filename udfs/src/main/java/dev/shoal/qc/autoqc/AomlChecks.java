package dev.shoal.qc.autoqc;

import java.util.Arrays;

/** Checks of NOAA's Atlantic Oceanographic and Meteorological Laboratory for XBT profiles (AOML AQC 2018). */
final class AomlChecks {

    private static final double MOST_WARMING_PER_METRE = 0.2;
    private static final double MOST_COOLING_PER_METRE = 1;
    private static final double MOST_SPIKE = 0.3;

    private AomlChecks() {}

    /** Rejects all levels of a profile of two or more temperatures that are all the same. */
    static boolean[] constant(AutoqcProfile profile) {
        double[] known = Arrays.stream(profile.temperature())
                .filter(t -> !Double.isNaN(t))
                .toArray();
        boolean same = known.length > 1 && Arrays.stream(known).allMatch(t -> t == known[0]);
        return Levels.all(profile.size(), same);
    }

    /** Rejects both levels of a step that warms by more than 0.2 or cools by more than 1 degC a metre. */
    static boolean[] gradient(AutoqcProfile profile) {
        double[] t = profile.temperature();
        double[] z = profile.depthMetres();
        boolean[] reject = Levels.none(profile.size());
        for (int i = 0; i + 1 < reject.length; i++) {
            double warming = t[i + 1] - t[i];
            double slope = warming / (z[i + 1] - z[i]);
            boolean steep = warming < 0 ? Math.abs(slope) > MOST_COOLING_PER_METRE : slope > MOST_WARMING_PER_METRE;
            if (steep && z[i + 1] != z[i]) {
                reject[i] = true;
                reject[i + 1] = true;
            }
        }
        return reject;
    }

    /** Rejects temperatures outside -2.5 to 40 degC and depths outside 0 to 2000 m. */
    static boolean[] gross(AutoqcProfile profile) {
        double[] t = profile.temperature();
        double[] z = profile.depthMetres();
        return Levels.where(profile.size(), i -> t[i] < -2.5 || t[i] > 40 || z[i] < 0 || z[i] > 2000);
    }

    /** Rejects levels off the median and by more than 0.3 degC off the mean of the two, near an end one, each side. */
    static boolean[] spike(AutoqcProfile profile) {
        double[] t = profile.temperature();
        int size = t.length;
        boolean[] reject = Levels.none(size);
        if (size < 3) {
            return reject;
        }
        for (int i = 2; i < size - 2; i++) {
            reject[i] = isSpike(t, i, 2);
        }
        reject[1] = isSpike(t, 1, 1);
        reject[size - 2] = isSpike(t, size - 2, 1);
        return reject;
    }

    private static boolean isSpike(double[] t, int centre, int eachSide) {
        double[] sorted = Arrays.copyOfRange(t, centre - eachSide, centre + eachSide + 1);
        Arrays.sort(sorted);
        if (Double.isNaN(sorted[2 * eachSide]) || hundredths(Math.abs(t[centre] - sorted[eachSide])) == 0) {
            return false;
        }
        double others = 0;
        for (int i = centre - eachSide; i <= centre + eachSide; i++) {
            others += i == centre ? 0 : t[i];
        }
        return hundredths(Math.abs(t[centre] - others / (2 * eachSide))) > MOST_SPIKE;
    }

    /** Rounds to hundredths, halves to even. */
    private static double hundredths(double value) {
        return Math.rint(value * 100) / 100;
    }
}
