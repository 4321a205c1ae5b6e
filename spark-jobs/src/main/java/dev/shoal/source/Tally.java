package dev.shoal.source;

/** What is known of the values of some cells: how many there are, their sum, the least and the greatest. */
final class Tally {

    private long count;
    private double sum;
    private double least = Double.POSITIVE_INFINITY;
    private double greatest = Double.NEGATIVE_INFINITY;

    /** Adds floats; NaN is missing. Four sums run side by side, so that one need not wait for the other. */
    void add(float[] values, int from, int to) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        long known = 0;
        int at = from;
        for (; at + 3 < to; at += 4) {
            float p = values[at];
            float q = values[at + 1];
            float r = values[at + 2];
            float s = values[at + 3];
            a += Float.isNaN(p) ? 0 : p;
            b += Float.isNaN(q) ? 0 : q;
            c += Float.isNaN(r) ? 0 : r;
            d += Float.isNaN(s) ? 0 : s;
            known += (Float.isNaN(p) ? 0 : 1) + (Float.isNaN(q) ? 0 : 1);
            known += (Float.isNaN(r) ? 0 : 1) + (Float.isNaN(s) ? 0 : 1);
        }
        for (; at < to; at++) {
            a += Float.isNaN(values[at]) ? 0 : values[at];
            known += Float.isNaN(values[at]) ? 0 : 1;
        }
        sum += a + b + (c + d);
        count += known;
    }

    /** Adds doubles; NaN is missing. */
    void add(double[] values, int from, int to) {
        double a = 0;
        double b = 0;
        long known = 0;
        int at = from;
        for (; at + 1 < to; at += 2) {
            double p = values[at];
            double q = values[at + 1];
            a += Double.isNaN(p) ? 0 : p;
            b += Double.isNaN(q) ? 0 : q;
            known += (Double.isNaN(p) ? 0 : 1) + (Double.isNaN(q) ? 0 : 1);
        }
        for (; at < to; at++) {
            a += Double.isNaN(values[at]) ? 0 : values[at];
            known += Double.isNaN(values[at]) ? 0 : 1;
        }
        sum += a + b;
        count += known;
    }

    /** Takes the extremes of floats; NaN is missing. */
    void extend(float[] values, int from, int to) {
        float low = Float.POSITIVE_INFINITY;
        float high = Float.NEGATIVE_INFINITY;
        for (int at = from; at < to; at++) {
            float value = values[at];
            low = value < low ? value : low;
            high = value > high ? value : high;
        }
        least = Math.min(least, low);
        greatest = Math.max(greatest, high);
    }

    /** Takes the extremes of doubles; NaN is missing. */
    void extend(double[] values, int from, int to) {
        for (int at = from; at < to; at++) {
            double value = values[at];
            least = value < least ? value : least;
            greatest = value > greatest ? value : greatest;
        }
    }

    /** Returns the number of values that are not missing. */
    long count() {
        return count;
    }

    double sum() {
        return sum;
    }

    double least() {
        return least;
    }

    double greatest() {
        return greatest;
    }
}
