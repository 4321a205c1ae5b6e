package dev.shoal.qc.autoqc;

import java.util.HashMap;
import java.util.Map;

/** The short checks of the Met Office's EN system (Ingleby and Huddleston 2007, doi:10.1016/j.jmarsys.2005.11.019). */
final class EnChecks {

    private EnChecks() {}

    /** Rejects temperatures outside -4 to 40 degC. */
    static boolean[] range(AutoqcProfile profile) {
        double[] t = profile.temperature();
        return Levels.where(t.length, i -> t[i] < -4 || t[i] > 40);
    }

    /**
     * Rejects all levels where nine tenths of them or more have one temperature and the first and last of these are 100
     * m apart or more. Where that temperature is 0 degC, missing ones count among those between which the depth is
     * measured, as in AutoQC.
     */
    static boolean[] constantValue(AutoqcProfile profile) {
        double[] t = profile.temperature();
        Map<Double, Integer> counts = new HashMap<>();
        for (double value : t) {
            if (!Double.isNaN(value)) {
                counts.merge(value + 0.0, 1, Integer::sum);
            }
        }
        boolean constant = counts.entrySet().stream()
                .anyMatch(
                        count -> (double) count.getValue() / t.length >= 0.9 && spread(profile, count.getKey()) >= 100);
        return Levels.all(t.length, constant);
    }

    private static double spread(AutoqcProfile profile, double temperature) {
        double[] t = Levels.zeroWhereMissing(profile.temperature());
        double[] z = profile.depthMetres();
        double first = Double.NaN;
        double last = Double.NaN;
        for (int i = 0; i < t.length; i++) {
            if (t[i] == temperature && profile.hasDepth(i)) {
                first = Double.isNaN(first) ? z[i] : first;
                last = z[i];
            }
        }
        return last - first;
    }
}
