package dev.shoal.qc.window;

/**
 * The window that ends with each sample of a series, given by where it starts.
 *
 * <p>A window may carry state from block to block: blocks must follow each other, and it belongs to one thread.
 */
public sealed interface Window permits WholeWindow, SampleWindow, TimeWindow {

    /**
     * Finds the first sample of the window that ends with each sample of a block; they ascend.
     *
     * @param from first sample of the block
     * @param to end of the block
     * @param starts overwritten; by distance from {@code from}
     */
    void starts(int from, int to, int[] starts);

    /** Returns the window that holds every sample from the first on. */
    static Window whole() {
        return new WholeWindow();
    }

    /**
     * Returns the window of a fixed number of samples, missing ones included; of fewer at the start of the series.
     *
     * @param samples at least 1
     */
    static Window samples(int samples) {
        return new SampleWindow(samples);
    }

    /**
     * Returns the window {@code (t - period, t]} in time: samples exactly one period old lie outside.
     *
     * @param times in steps of any length, not missing, all in one {@link TimeOrder}; lent, not changed
     * @param period in the same steps; above 0
     * @param order {@link TimeOrder#DESCENDING} turns the window into {@code [t, t + period)}
     */
    static Window time(long[] times, long period, TimeOrder order) {
        return new TimeWindow(times, period, order);
    }
}
