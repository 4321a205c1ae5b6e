package dev.shoal.source;

/**
 * What is known of the values of some cells: how many there are, their sum, the least and the greatest.
 *
 * <p>Floats and doubles are summed as doubles, four sums side by side, so that one need not wait for the other: a sum
 * depends on the order of its cells, and so on how they are cut into batches, by no more than the rounding of doubles.
 * A missing value is added as a zero that is made out of its bits, without a branch: a comparison of floats that may be
 * NaN takes five times as long.
 */
final class Tally {

    private static final int FLOAT_INFINITY = 0x7f800000;
    private static final int FLOAT_SIZE = 0x7fffffff;
    private static final long DOUBLE_INFINITY = 0x7ff0000000000000L;
    private static final long DOUBLE_SIZE = 0x7fffffffffffffffL;

    private long count;
    private double sum;
    private double least = Double.POSITIVE_INFINITY;
    private double greatest = Double.NEGATIVE_INFINITY;

    /** Adds floats; NaN is missing. */
    void add(float[] values, int from, int to) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int missing = 0;
        int at = from;
        for (; at + 3 < to; at += 4) {
            int p = Float.floatToRawIntBits(values[at]);
            int q = Float.floatToRawIntBits(values[at + 1]);
            int r = Float.floatToRawIntBits(values[at + 2]);
            int s = Float.floatToRawIntBits(values[at + 3]);
            a += Float.intBitsToFloat(p & ~nan(p));
            b += Float.intBitsToFloat(q & ~nan(q));
            c += Float.intBitsToFloat(r & ~nan(r));
            d += Float.intBitsToFloat(s & ~nan(s));
            missing += nan(p) + nan(q) + nan(r) + nan(s);
        }
        for (; at < to; at++) {
            int p = Float.floatToRawIntBits(values[at]);
            a += Float.intBitsToFloat(p & ~nan(p));
            missing += nan(p);
        }
        sum += a + b + (c + d);
        count += to - from + missing;
    }

    /** Returns -1, all bits, for the bits of NaN, and 0 for those of a number. */
    private static int nan(int bits) {
        return (FLOAT_INFINITY - (bits & FLOAT_SIZE)) >> 31;
    }

    /** Adds doubles; NaN is missing. */
    void add(double[] values, int from, int to) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        long missing = 0;
        int at = from;
        for (; at + 3 < to; at += 4) {
            long p = Double.doubleToRawLongBits(values[at]);
            long q = Double.doubleToRawLongBits(values[at + 1]);
            long r = Double.doubleToRawLongBits(values[at + 2]);
            long s = Double.doubleToRawLongBits(values[at + 3]);
            a += Double.longBitsToDouble(p & ~nan(p));
            b += Double.longBitsToDouble(q & ~nan(q));
            c += Double.longBitsToDouble(r & ~nan(r));
            d += Double.longBitsToDouble(s & ~nan(s));
            missing += nan(p) + nan(q) + nan(r) + nan(s);
        }
        for (; at < to; at++) {
            long p = Double.doubleToRawLongBits(values[at]);
            a += Double.longBitsToDouble(p & ~nan(p));
            missing += nan(p);
        }
        sum += a + b + (c + d);
        count += to - from + missing;
    }

    private static long nan(long bits) {
        return (DOUBLE_INFINITY - (bits & DOUBLE_SIZE)) >> 63;
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
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int at = from; at < to; at++) {
            double value = values[at];
            low = value < low ? value : low;
            high = value > high ? value : high;
        }
        least = Math.min(least, low);
        greatest = Math.max(greatest, high);
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
