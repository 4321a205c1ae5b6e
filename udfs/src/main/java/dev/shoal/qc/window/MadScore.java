package dev.shoal.qc.window;

import java.util.Arrays;

/**
 * How far a value lies from the median of its series, in median absolute deviations that count for standard deviations
 * of normal values ({@link HampelScore#DEVIATIONS}).
 *
 * <p>Where the series holds fewer than {@link HampelScore#FEWEST} values, and where a value is missing, the score is
 * NaN. The whole series is sorted once.
 */
public final class MadScore implements Measure {

    private final double[] x;
    private final double median;
    private final double deviation;

    /**
     * Measures the series.
     *
     * @param x the series, at least {@code size} long; lent
     * @param size number of samples
     * @param resolution smallest deviation to count by, in the values' unit; 0 for none
     */
    public MadScore(double[] x, int size, double resolution) {
        this.x = x;
        double[] present =
                Arrays.stream(x, 0, size).filter(Double::isFinite).sorted().toArray();
        this.median = present.length < HampelScore.FEWEST ? Double.NaN : middle(present);
        for (int i = 0; i < present.length; i++) {
            present[i] = Math.abs(present[i] - median);
        }
        Arrays.sort(present);
        this.deviation = present.length < HampelScore.FEWEST
                ? Double.NaN
                : Math.max(resolution, HampelScore.DEVIATIONS * middle(present));
    }

    @Override
    public void fill(int start, int end, double[] into) {
        for (int i = start; i < end; i++) {
            double distance = Math.abs(x[i] - median);
            double score = distance == 0 ? 0 : distance / deviation;
            into[i - start] = Double.isFinite(x[i]) ? score : Double.NaN;
        }
    }

    private static double middle(double[] sorted) {
        return sorted[(sorted.length - 1) / 2] / 2 + sorted[sorted.length / 2] / 2;
    }
}
