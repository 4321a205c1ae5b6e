package dev.shoal.qc.autoqc;

import dev.shoal.qc.seawater.Teos10;
import java.util.Arrays;

/**
 * CoTeDe's checks as AutoQC calls them: with CoTeDe's configurations {@code cotede}, {@code gtspp} and {@code argo},
 * and with depth in place of pressure. A level beside a missing one is not judged.
 */
final class CotedeChecks {

    private static final double[] ENVELOPE_BOTTOMS = {25, 50, 100, 150, 200, 300, 400, 1100, 3000, 5500, 12_000};
    private static final double[] ENVELOPE_LOWS = {-2, -2, -2, -2, -2, -2, -2, -2, -1.5, -1.5, -1.5};
    private static final double[] ENVELOPE_HIGHS = {37, 36, 36, 34, 33, 29, 27, 27, 18, 7, 4};

    private CotedeChecks() {}

    /** Rejects temperatures outside -2 to 40 degC. */
    static boolean[] gtsppGlobalRange(AutoqcProfile profile) {
        double[] t = profile.temperature();
        return Levels.where(t.length, i -> t[i] < -2 || t[i] > 40);
    }

    /** Rejects temperatures not strictly within the envelope of their depth; depths to 0 and below 12000 m pass. */
    static boolean[] profileEnvelope(AutoqcProfile profile) {
        double[] t = profile.temperature();
        double[] z = profile.depthMetres();
        return Levels.where(t.length, i -> profile.hasBoth(i) && z[i] > 0 && !isInEnvelope(z[i], t[i]));
    }

    private static boolean isInEnvelope(double z, double t) {
        int layer = 0;
        while (layer < ENVELOPE_BOTTOMS.length && z > ENVELOPE_BOTTOMS[layer]) {
            layer++;
        }
        return layer == ENVELOPE_BOTTOMS.length || (t > ENVELOPE_LOWS[layer] && t < ENVELOPE_HIGHS[layer]);
    }

    /** Rejects levels off the mean of their neighbours by more than a threshold in degC. */
    static boolean[] gradient(AutoqcProfile profile, double threshold) {
        double[] t = profile.temperature();
        return Levels.where(t.length, i -> Math.abs(bend(t, i)) > threshold);
    }

    /** Rejects levels that stand out from, or sink into, their neighbours by more than a threshold in degC. */
    static boolean[] spike(AutoqcProfile profile, double threshold) {
        double[] t = profile.temperature();
        return Levels.where(t.length, i -> {
            double bend = Math.abs(bend(t, i));
            return !Double.isNaN(bend) && Math.abs(bend - Math.abs((t[i + 1] - t[i - 1]) / 2)) > threshold;
        });
    }

    private static double bend(double[] t, int i) {
        return i == 0 || i == t.length - 1 ? Double.NaN : t[i] - (t[i - 1] + t[i + 1]) / 2;
    }

    /** Rejects levels that differ from the one above by more than a threshold in degC. */
    static boolean[] rateOfChange(AutoqcProfile profile, double threshold) {
        double[] t = profile.temperature();
        return Levels.where(t.length, i -> i > 0 && Math.abs(t[i] - t[i - 1]) > threshold);
    }

    /**
     * Rejects levels off Tukey's 53H smoothing by more than a threshold in degC (Goring and Nikora 2002,
     * doi:10.1061/(ASCE)0733-9429(2002)128:1(117)). CoTeDe compares the normalised form without its norm too.
     */
    static boolean[] tukey53H(AutoqcProfile profile, double threshold) {
        double[] t = profile.temperature();
        double[] smooth = medians(medians(t, 2), 1);
        return Levels.where(t.length, i -> {
            if (i == 0 || i == t.length - 1) {
                return false;
            }
            double hanning = 0.25 * (smooth[i + 1] + 2 * smooth[i] + smooth[i - 1]);
            return Math.abs(t[i] - hanning) > threshold;
        });
    }

    /** Returns the median of each value and those beside it, NaN where one is missing. */
    private static double[] medians(double[] values, int eachSide) {
        double[] medians = new double[values.length];
        Arrays.fill(medians, Double.NaN);
        for (int i = eachSide; i < values.length - eachSide; i++) {
            double[] sorted = Arrays.copyOfRange(values, i - eachSide, i + eachSide + 1);
            Arrays.sort(sorted);
            medians[i] = Double.isNaN(sorted[2 * eachSide]) ? Double.NaN : sorted[eachSide];
        }
        return medians;
    }

    /**
     * Rejects levels whose potential density differs from that of the one before by more than 0.03 kg/m3 against the
     * sign of the step in depth. As in CoTeDe, practical salinity stands for absolute, and depth for pressure.
     */
    static boolean[] argoDensityInversion(AutoqcProfile profile) {
        double[] z = profile.depthMetres();
        double[] density = new double[z.length];
        for (int i = 0; i < z.length; i++) {
            density[i] = Teos10.potentialDensityExact(profile.salinity()[i], profile.temperature()[i], z[i], 0);
        }
        return Levels.where(
                z.length, i -> i > 0 && Math.signum(z[i] - z[i - 1]) * (density[i] - density[i - 1]) < -0.03);
    }
}
