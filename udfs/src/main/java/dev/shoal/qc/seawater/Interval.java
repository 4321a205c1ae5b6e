package dev.shoal.qc.seawater;

import java.util.Arrays;

/** Where a value lies among ascending nodes, and what a line through the nodes says there. */
final class Interval {

    private Interval() {}

    /**
     * Returns the index of the node at or below x, but never the last: values outside belong to the outer intervals.
     */
    static int of(double[] nodes, double x) {
        int found = Arrays.binarySearch(nodes, x);
        int below = found >= 0 ? found : -found - 2;
        return Math.max(0, Math.min(below, nodes.length - 2));
    }

    /** Returns the value at x of the line through the nodes, which goes on straight beyond them. */
    static double interpolate(double[] nodes, double[] values, double x) {
        int k = of(nodes, x);
        return values[k] + (x - nodes[k]) / (nodes[k + 1] - nodes[k]) * (values[k + 1] - values[k]);
    }
}
