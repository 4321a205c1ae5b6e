package dev.shoal.qc.autoqc;

/** Checks of the World Ocean Database (NCEI, user's manual) and IQuOD's filter of gross errors. */
final class WodChecks {

    private static final double MOST_WARMING_PER_METRE = 0.3;
    private static final double MOST_COOLING_PER_METRE = 0.7;

    private WodChecks() {}

    /** Rejects temperatures outside -4 to 100 degC. */
    static boolean[] iquodGrossRange(AutoqcProfile profile) {
        double[] t = profile.temperature();
        return Levels.where(t.length, i -> t[i] < -4 || t[i] > 100);
    }

    /**
     * Rejects both levels of a step that warms by more than 0.3 or cools by more than 0.7 degC a metre, steps of less
     * than 3 m taken for 3 m.
     */
    static boolean[] gradient(AutoqcProfile profile) {
        double[] t = profile.temperature();
        double[] z = profile.depthMetres();
        boolean[] reject = Levels.none(t.length);
        for (int i = 0; i + 1 < t.length; i++) {
            double deeper = z[i + 1] - z[i];
            if (deeper > 0 && profile.hasTemperature(i) && profile.hasTemperature(i + 1)) {
                double slope = (t[i + 1] - t[i]) / Math.max(deeper, 3);
                boolean steep = slope > MOST_WARMING_PER_METRE || slope < -MOST_COOLING_PER_METRE;
                reject[i] |= steep;
                reject[i + 1] |= steep;
            }
        }
        return reject;
    }

    /**
     * Rejects temperatures outside the range of their basin and depth, but for the first level, which AutoQC leaves
     * out. A profile without a place, and levels below 9000 m, are not judged.
     */
    static boolean[] range(AutoqcProfile profile) {
        AutoqcCast cast = profile.cast();
        double[] t = profile.temperature();
        double[] z = profile.depthMetres();
        if (!cast.hasPlace()) {
            return Levels.none(t.length);
        }
        WodTemperatureRanges.Basin basin = WodTemperatureRanges.TABLE.basin(cast.lat(), cast.lon());
        return Levels.where(t.length, i -> i > 0 && profile.hasBoth(i) && !basin.holds(z[i], t[i]));
    }
}
