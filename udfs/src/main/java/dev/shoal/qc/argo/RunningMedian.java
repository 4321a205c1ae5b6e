package dev.shoal.qc.argo;

import java.util.Arrays;

/** Medians of short stretches. */
final class RunningMedian {

    private RunningMedian() {}

    /**
     * Returns the median of the values from one place to before another; the mean of the middle two of an even number.
     */
    static double of(double[] values, int start, int end) {
        double[] sorted = Arrays.copyOfRange(values, start, end);
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** Returns the median of all values. */
    static double of(double[] values) {
        return of(values, 0, values.length);
    }

    /** Returns at every place the median of a window around it, which shrinks at the ends. */
    static double[] filter(double[] values, int window) {
        double[] filtered = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            filtered[i] = of(values, Math.max(0, i - window / 2), Math.min(values.length, i + window / 2 + 1));
        }
        return filtered;
    }
}
