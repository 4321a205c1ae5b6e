package dev.shoal.qc.window;

/**
 * Median of the finite values in a window that slides over a series.
 *
 * <p>Two heaps hold the lower and the upper half of the window (Hardle and Steiger 1995). A sample costs a logarithm of
 * the window, and memory is at most 40 bytes for each sample of it. Belongs to one thread.
 */
public final class SlidingMedian {

    private final double[] values;
    private final PositionHeap lower;
    private final PositionHeap upper;
    private int start;

    /**
     * Begins before the first sample.
     *
     * @param values lent, not changed while the window slides
     */
    public SlidingMedian(double[] values) {
        this.values = values;
        this.lower = new PositionHeap(values, -1);
        this.upper = new PositionHeap(values, 1);
    }

    /**
     * Moves the end of the window over a block of samples and tells of the window that ends with each of them.
     *
     * @param starts first sample of each window, ascending; by distance from {@code from}, as are the medians
     * @param from first sample of the block: 0 or the first start at the first call, afterwards the {@code to} of the
     *     call before
     * @param to end of the block
     * @param medians overwritten with the middle values, the mean of the two middle ones where their number is even,
     *     NaN where a window holds none
     */
    public void next(int[] starts, int from, int to, double[] medians) {
        for (int i = from; i < to; i++) {
            slide(starts[i - from], i);
            medians[i - from] = median();
        }
    }

    private void slide(int newStart, int last) {
        for (; start < newStart; start++) {
            if (Double.isFinite(values[start]) && !lower.take(start)) {
                upper.take(start);
            }
        }
        if (Double.isFinite(values[last])) {
            lower.span(last - newStart + 1);
            upper.span(last - newStart + 1);
            add(last);
        }
        balance();
    }

    private void add(int position) {
        if (lower.size() > 0 && values[position] < lower.topValue()) {
            lower.add(position);
        } else {
            upper.add(position);
        }
    }

    /** Leaves as many below as above, or one more above. */
    private void balance() {
        while (lower.size() > upper.size()) {
            move(lower, upper);
        }
        while (upper.size() > lower.size() + 1) {
            move(upper, lower);
        }
    }

    private static void move(PositionHeap from, PositionHeap to) {
        int position = from.top();
        from.take(position);
        to.add(position);
    }

    private double median() {
        if (upper.size() == 0) {
            return Double.NaN;
        }
        if (upper.size() > lower.size()) {
            return upper.topValue();
        }
        return lower.topValue() + (upper.topValue() - lower.topValue()) / 2;
    }
}
