package dev.shoal.qc.window;

import dev.shoal.qc.flag.QcFlag;

/**
 * Flags samples at the end of a window in which the signal has died away (QARTOD test 10, attenuated signal; ioos_qc's
 * {@code attenuated_signal_test}).
 *
 * <p>A spread of the window below a threshold makes its last sample {@link QcFlag#FAIL} or {@link QcFlag#SUSPECT}; at a
 * threshold it passes. A sample that is not finite is {@link QcFlag#MISSING}; one whose window holds too few values is
 * {@link QcFlag#UNKNOWN}, and so is one whose window holds a missing one where the spread is a range. A window grows
 * from the start of its series: where one value is enough, the first sample, of no spread, fails.
 *
 * <p>Belongs to one thread.
 */
public final class Attenuation {

    private static final int BLOCK = 1024;

    private final double[] values;
    private final Window window;
    private final Spread spread;
    private final int fewestValues;
    private final double suspectBelow;
    private final double failBelow;
    private final int[] starts = new int[BLOCK];
    private final int[] counts = new int[BLOCK];
    private final double[] first = new double[BLOCK];
    private final double[] second = new double[BLOCK];
    private final SlidingMoments moments;
    private final SlidingExtremes extremes;
    private int latestMissing = -1;

    /**
     * Sets the test to work.
     *
     * @param values lent, not changed
     * @param window the window that ends with each sample
     * @param spread how its spread is measured
     * @param fewestValues number of values below which a window is not judged; not negative
     * @param suspectBelow in the values' unit
     * @param failBelow in the values' unit
     */
    public Attenuation(
            double[] values, Window window, Spread spread, int fewestValues, double suspectBelow, double failBelow) {
        if (fewestValues < 0) {
            throw new IllegalArgumentException("Cannot look for an attenuated signal: found " + fewestValues
                    + " as the fewest values of a window, expected at least 0.");
        }
        this.values = values;
        this.window = window;
        this.spread = spread;
        this.fewestValues = fewestValues;
        this.suspectBelow = suspectBelow;
        this.failBelow = failBelow;
        this.moments = new SlidingMoments(values);
        this.extremes = new SlidingExtremes(values);
    }

    /**
     * Returns how many values a window must hold to last a time, rounded toward zero (ioos_qc's {@code min_period}).
     *
     * @param period in any unit
     * @param interval from one sample to the next, in the same unit; NaN where a series has none, whose windows then
     *     need no value
     * @return negative where time stands still or runs backwards, so that no window can be judged
     */
    public static int fewestValues(double period, double interval) {
        return interval == 0 ? -1 : (int) (period / interval);
    }

    /**
     * Flags every value of a series by the spread of them all.
     *
     * @param values the first {@code size} are looked at; not changed
     * @param flags at least {@code size} long, overwritten
     */
    public static void flagWhole(
            double[] values, int size, Spread spread, double suspectBelow, double failBelow, byte[] flags) {
        double whole = WholeSpread.of(values, size, spread);
        for (int i = 0; i < size; i++) {
            flags[i] = Double.isFinite(values[i]) ? judged(whole, suspectBelow, failBelow) : QcFlag.MISSING;
        }
    }

    /**
     * Flags one block of samples.
     *
     * @param start first sample; 0 at the first call, afterwards the {@code end} of the call before
     * @param end end of the block
     * @param flags overwritten; by distance from {@code start}
     */
    public void flag(int start, int end, byte[] flags) {
        for (int from = start; from < end; from += BLOCK) {
            int to = Math.min(end, from + BLOCK);
            window.starts(from, to, starts);
            if (spread == Spread.RANGE) {
                extremes.next(starts, from, to, first, second);
                flagByRange(from, to, flags, from - start);
            } else {
                moments.next(starts, from, to, counts, first, second);
                flagByDeviation(from, to, flags, from - start);
            }
        }
    }

    private void flagByRange(int from, int to, byte[] flags, int offset) {
        int missing = latestMissing;
        for (int i = 0; i < to - from; i++) {
            boolean judged = missing < starts[i] && from + i - starts[i] + 1 >= fewestValues;
            byte flag = judged ? judged(second[i] - first[i], suspectBelow, failBelow) : QcFlag.UNKNOWN;
            if (!Double.isFinite(values[from + i])) {
                missing = from + i;
                flag = QcFlag.MISSING;
            }
            flags[offset + i] = flag;
        }
        latestMissing = missing;
    }

    private void flagByDeviation(int from, int to, byte[] flags, int offset) {
        double suspectVariance = squared(suspectBelow);
        double failVariance = squared(failBelow);
        for (int i = 0; i < to - from; i++) {
            boolean judged = counts[i] >= fewestValues;
            byte flag = judged ? judged(second[i], suspectVariance, failVariance) : QcFlag.UNKNOWN;
            flags[offset + i] = Double.isFinite(values[from + i]) ? flag : QcFlag.MISSING;
        }
    }

    /** Squares a threshold so that what is below it stays below it. */
    private static double squared(double threshold) {
        return threshold > 0 ? Math.max(Double.MIN_VALUE, threshold * threshold) : 0;
    }

    private static byte judged(double spread, double suspectBelow, double failBelow) {
        if (spread < failBelow) {
            return QcFlag.FAIL;
        }
        return spread < suspectBelow ? QcFlag.SUSPECT : QcFlag.GOOD;
    }
}
