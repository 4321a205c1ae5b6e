package dev.shoal.qc.window;

import dev.shoal.qc.flag.QcFlag;

/**
 * Flags samples at the end of a stretch of finite values that lie closer together than a tolerance (QARTOD test 8, flat
 * line; ioos_qc's {@code flat_line_test}).
 *
 * <p>A stretch is as long as the steps from its first sample to its last, missing ones included. Where one begins is
 * not asked before it can be long enough; then it is looked up backwards, up to half of what is asked for. From there
 * on stretches are followed: each is split where it last ran empty, extremes of its old part are kept from every start
 * to the split, those of its new part grow with its end. So a sample costs constant time whatever the window. Memory is
 * 16 bytes for a sample of the longest stretch asked for. Belongs to one thread.
 */
public final class FlatStretches {

    private final double[] values;
    private final int suspectSteps;
    private final int failSteps;
    private final int fewest;
    private final int longest;
    private final double tolerance;
    private int latest = -1;
    private double latestValue = Double.NaN;
    private int earliest;
    private boolean isOpen;
    private int start;
    private int base;
    private int split;
    private long newMinimum;
    private long newMaximum;
    private long[] oldMinima = {};
    private long[] oldMaxima = {};

    /**
     * Sets the test to work.
     *
     * @param values lent, not changed
     * @param suspectSteps length of a stretch whose last sample is {@link QcFlag#SUSPECT}; not negative
     * @param failSteps length of a stretch whose last sample is {@link QcFlag#FAIL}; not negative
     * @param tolerance range of values, in their unit, below which a stretch is flat; where not above 0, none is
     */
    public FlatStretches(double[] values, int suspectSteps, int failSteps, double tolerance) {
        this.values = values;
        this.suspectSteps = suspectSteps;
        this.failSteps = failSteps;
        this.fewest = Math.min(suspectSteps, failSteps);
        this.longest = Math.max(suspectSteps, failSteps);
        this.tolerance = tolerance;
    }

    /**
     * Flags one block of samples.
     *
     * @param from first sample; 0 at the first call, afterwards the {@code to} of the call before
     * @param to end of the block
     * @param flags overwritten; by distance from {@code from}
     */
    public void flag(int from, int to, byte[] flags) {
        int i = from;
        while (i < to) {
            i = isOpen ? within(i, to, flags, from) : along(i, to, flags, from);
        }
    }

    /** Follows small steps up to the first sample at which half a stretch is flat; returns where it stopped. */
    private int along(int first, int to, byte[] flags, int from) {
        double before = latestValue;
        int calm = earliest;
        int last = latest;
        int i = first;
        for (; i < to; i++) {
            double value = values[i];
            if (!(Math.abs(value) <= Double.MAX_VALUE)) {
                flags[i - from] = QcFlag.MISSING;
                continue;
            }
            calm = Math.abs(value - before) < tolerance ? calm : last + 1;
            if (i - calm >= fewest && tolerance > 0) {
                int flatFrom = lookBack(i, calm);
                if (i - flatFrom >= fewest / 2) {
                    isOpen = true;
                    before = value;
                    break;
                }
                calm = flatFrom;
            }
            flags[i - from] = QcFlag.GOOD;
            before = value;
            last = i;
        }
        latestValue = before;
        latest = last;
        earliest = calm;
        if (isOpen) {
            split(Math.max(calm, i - longest), i);
        }
        return i;
    }

    /** Returns where the stretch that ends with a sample begins; no earlier than half of the fewest steps before it. */
    private int lookBack(int end, int calm) {
        double low = values[end];
        double high = low;
        int first = Math.max(calm, end - fewest / 2);
        for (int i = end - 1; i >= first; i--) {
            double value = values[i];
            if (Math.abs(value) <= Double.MAX_VALUE) {
                low = value < low ? value : low;
                high = value > high ? value : high;
                if (!(high - low < tolerance)) {
                    return i + 1;
                }
            }
        }
        return first;
    }

    /** Follows a stretch by its extremes up to a large step, or until it is short; returns where it stopped. */
    private int within(int first, int to, byte[] flags, int from) {
        double before = latestValue;
        int i = first;
        for (; i < to; i++) {
            double value = values[i];
            if (!(Math.abs(value) <= Double.MAX_VALUE)) {
                flags[i - from] = QcFlag.MISSING;
                continue;
            }
            if (!(Math.abs(value - before) < tolerance)) {
                isOpen = false;
                break;
            }
            before = value;
            latest = i;
            int length = lengthTo(i, Ordered.of(value));
            flags[i - from] = length >= failSteps ? QcFlag.FAIL : length >= suspectSteps ? QcFlag.SUSPECT : QcFlag.GOOD;
            if (length < fewest / 2) {
                isOpen = false;
                earliest = start;
                i++;
                break;
            }
        }
        latestValue = before;
        return i;
    }

    private int lengthTo(int i, long value) {
        newMinimum = Math.min(newMinimum, value);
        newMaximum = Math.max(newMaximum, value);
        start = Math.max(start, i - longest);
        while (start >= split || !(range(start - base) < tolerance)) {
            if (start >= split) {
                split(start, i + 1);
            } else {
                start++;
            }
        }
        return i - start;
    }

    private double range(int place) {
        long minimum = Math.min(newMinimum, oldMinima[place]);
        long maximum = Math.max(newMaximum, oldMaxima[place]);
        return Ordered.number(maximum) - Ordered.number(minimum);
    }

    /** Begins again with the samples from {@code first} up to, not including, {@code end} as the old part. */
    private void split(int first, int end) {
        start = first;
        base = first;
        split = end;
        if (oldMinima.length < end - first) {
            oldMinima = new long[(int) Math.min(longest + 1L, Math.max(end - first, 2L * oldMinima.length))];
            oldMaxima = new long[oldMinima.length];
        }
        long minimum = Ordered.NO_MINIMUM;
        long maximum = Ordered.NO_MAXIMUM;
        for (int i = end - 1; i >= first; i--) {
            if (Math.abs(values[i]) <= Double.MAX_VALUE) {
                long value = Ordered.of(values[i]);
                minimum = Math.min(minimum, value);
                maximum = Math.max(maximum, value);
            }
            oldMinima[i - first] = minimum;
            oldMaxima[i - first] = maximum;
        }
        newMinimum = Ordered.NO_MINIMUM;
        newMaximum = Ordered.NO_MAXIMUM;
    }
}
