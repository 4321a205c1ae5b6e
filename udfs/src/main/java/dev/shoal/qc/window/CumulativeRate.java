package dev.shoal.qc.window;

/**
 * A rate of change that, once high, is forgotten only slowly (Timms et al. 2011, Sensors 11, 9589, equation 1).
 *
 * <p>With {@code r[i] = |x[i] - x[i-1]|} it is {@code r[i]} where that is no less than the rate before, otherwise
 * {@code (1 - memory) r[i]} and {@code memory} of the rate before. Where a value or the one before is missing it is
 * NaN, and all before is forgotten. Belongs to one thread.
 */
public final class CumulativeRate implements Measure {

    private final double[] x;
    private final double memory;
    private double latest = Double.NaN;

    /**
     * Begins before the first sample.
     *
     * @param x the series; lent
     * @param memory part of the rate before that stays, 0 to 1
     */
    public CumulativeRate(double[] x, double memory) {
        this.x = x;
        this.memory = memory;
    }

    @Override
    public void fill(int start, int end, double[] into) {
        for (int i = start; i < end; i++) {
            double rate = i == 0 ? Double.NaN : Math.abs(x[i] - x[i - 1]);
            rate = Double.isInfinite(rate) ? rate + 0 * x[i] + 0 * x[i - 1] : rate;
            latest = rate < latest ? (1 - memory) * rate + memory * latest : rate;
            into[i - start] = latest;
        }
    }
}
