package dev.shoal.qc.window;

/**
 * Smallest and largest finite value in a window that slides over a series.
 *
 * <p>The window is split where it last ran empty: extremes of its old part are kept from every start to the split,
 * those of its new part grow with its end. Other than in a monotonic queue, no branch depends on which of two values is
 * smaller, so that noise takes no longer than a ramp. A sample costs constant time whatever the window, and memory is
 * 16 bytes for 256 samples of it. Belongs to one thread.
 */
public final class SlidingExtremes {

    private final double[] values;
    private final OldExtremes old;
    private long minimum = Ordered.NO_MINIMUM;
    private long maximum = Ordered.NO_MAXIMUM;

    /**
     * Begins before the first sample.
     *
     * @param values lent, not changed while the window slides
     */
    public SlidingExtremes(double[] values) {
        this.values = values;
        this.old = new OldExtremes(values);
    }

    /**
     * Moves the end of the window over a block of samples and tells of the window that ends with each of them.
     *
     * @param starts first sample of each window, ascending; by distance from {@code from}, as are the arrays filled
     * @param from first sample of the block: 0 or the first start at the first call, afterwards the {@code to} of the
     *     call before
     * @param to end of the block
     * @param minima overwritten with the smallest values, NaN where a window holds none
     * @param maxima overwritten with the largest values, NaN where a window holds none
     */
    public void next(int[] starts, int from, int to, double[] minima, double[] maxima) {
        int i = from;
        while (i < to) {
            turn(starts[i - from], i);
            i = run(starts, from, i, to, minima, maxima);
        }
    }

    private void turn(int start, int end) {
        if (start >= old.split) {
            old.split(start, end);
            minimum = Ordered.NO_MINIMUM;
            maximum = Ordered.NO_MAXIMUM;
        } else if (start - old.base >= OldExtremes.BLOCK) {
            old.openAt(start);
        }
    }

    private int run(int[] starts, int from, int first, int to, double[] minima, double[] maxima) {
        int base = old.base;
        int places = old.places;
        long newMinimum = minimum;
        long newMaximum = maximum;
        int i = first;
        for (; i < to; i++) {
            int place = starts[i - from] - base;
            if (place >= places) {
                break;
            }
            if (Double.isFinite(values[i])) {
                long value = Ordered.of(values[i]);
                newMinimum = Math.min(newMinimum, value);
                newMaximum = Math.max(newMaximum, value);
            }
            long low = Math.min(newMinimum, old.minima[place]);
            long high = Math.max(newMaximum, old.maxima[place]);
            minima[i - from] = Ordered.number(low);
            maxima[i - from] = Ordered.number(high);
        }
        minimum = newMinimum;
        maximum = newMaximum;
        return i;
    }
}
