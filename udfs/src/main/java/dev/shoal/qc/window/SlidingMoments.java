package dev.shoal.qc.window;

/**
 * Number, mean and variance of the finite values in a window that slides over a series.
 *
 * <p>Nothing is ever subtracted from a sum, so that a spike that has left the window leaves no error behind. The window
 * is split where it last ran empty: sums over its old part are kept from every start to the split, those over its new
 * part grow with its end (the queue made of two stacks). Both are sums of distances from one value of the window, whose
 * distance from the mean is bounded by the window's own spread, so that a large offset costs no digits. For {@code n}
 * values the relative error of the variance is of order {@code n} roundings, of order {@code n * n} where all values
 * but that one are alike.
 *
 * <p>A sample costs constant time whatever the window, and memory is 20 bytes for 256 samples of it. Belongs to one
 * thread.
 */
public final class SlidingMoments {

    private final double[] values;
    private final OldSums old;
    private double centre = Double.NaN;
    private int count;
    private double sum;
    private double squares;

    /**
     * Begins before the first sample.
     *
     * @param values lent, not changed while the window slides
     */
    public SlidingMoments(double[] values) {
        this.values = values;
        this.old = new OldSums(values);
    }

    /**
     * Moves the end of the window over a block of samples and tells of the window that ends with each of them.
     *
     * @param starts first sample of each window, ascending; by distance from {@code from}, as are the arrays filled
     * @param from first sample of the block: 0 or the first start at the first call, afterwards the {@code to} of the
     *     call before
     * @param to end of the block
     * @param counts overwritten with the numbers of finite values
     * @param means overwritten with their means, NaN of none
     * @param variances overwritten with their mean squared distances from the mean, NaN of none, infinite where squares
     *     overflow
     */
    public void next(int[] starts, int from, int to, int[] counts, double[] means, double[] variances) {
        int i = from;
        while (i < to) {
            turn(starts[i - from], i);
            i = run(starts, from, i, to, counts, means, variances);
        }
    }

    /** Returns the variance with one degree of freedom less, NaN of fewer than two values. */
    public static double sampleVariance(int count, double populationVariance) {
        return count < 2 ? Double.NaN : populationVariance * count / (count - 1);
    }

    private void turn(int start, int end) {
        if (start >= old.split) {
            old.split(start, end);
            centre = old.centre;
            count = 0;
            sum = 0;
            squares = 0;
        } else if (start - old.base >= OldSums.BLOCK) {
            old.openAt(start);
        }
    }

    private int run(int[] starts, int from, int first, int to, int[] counts, double[] means, double[] variances) {
        int base = old.base;
        int places = old.places;
        double middle = centre;
        int newCount = count;
        double newSum = sum;
        double newSquares = squares;
        int latestCount = 0;
        double share = Double.NaN;
        int i = first;
        for (; i < to; i++) {
            int place = starts[i - from] - base;
            if (place >= places) {
                break;
            }
            double value = values[i];
            if (Double.isFinite(value)) {
                middle = newCount == 0 && Double.isNaN(middle) ? value : middle;
                double distance = value - middle;
                newCount++;
                newSum += distance;
                newSquares += distance * distance;
            }
            int n = newCount + old.counts[place];
            double total = newSum + old.sums[place];
            if (n != latestCount) {
                latestCount = n;
                share = 1.0 / n;
            }
            double mean = total * share;
            double variance = (newSquares + old.squares[place] - total * mean) * share;
            counts[i - from] = n;
            means[i - from] = middle + mean;
            variances[i - from] = variance >= 0 ? variance : unusual(n, variance);
        }
        centre = middle;
        count = newCount;
        sum = newSum;
        squares = newSquares;
        return i;
    }

    private static double unusual(int count, double variance) {
        if (count == 0) {
            return Double.NaN;
        }
        return variance < 0 ? 0 : Double.POSITIVE_INFINITY;
    }
}
