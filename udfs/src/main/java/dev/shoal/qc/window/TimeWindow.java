package dev.shoal.qc.window;

/** A fixed stretch of time, open where it starts and closed where it ends. */
final class TimeWindow implements Window {

    private final long[] times;
    private final long period;
    private final boolean ascending;
    private int start;

    TimeWindow(long[] times, long period, TimeOrder order) {
        if (period < 1 || order == TimeOrder.NONE) {
            throw new IllegalArgumentException("Cannot make a window of " + period + " steps of time over times in "
                    + "order " + order + ": expected at least one step, and times that ascend or descend.");
        }
        this.times = times;
        this.period = period;
        this.ascending = order == TimeOrder.ASCENDING;
    }

    @Override
    public void starts(int from, int to, int[] starts) {
        start = ascending ? ascending(from, to, starts) : descending(from, to, starts);
    }

    private int ascending(int from, int to, int[] starts) {
        int first = start;
        for (int i = from; i < to; i++) {
            long tooOld = times[i] - period;
            while (times[first] <= tooOld) {
                first++;
            }
            starts[i - from] = first;
        }
        return first;
    }

    private int descending(int from, int to, int[] starts) {
        int first = start;
        for (int i = from; i < to; i++) {
            long tooOld = times[i] + period;
            while (times[first] >= tooOld) {
                first++;
            }
            starts[i - from] = first;
        }
        return first;
    }
}
