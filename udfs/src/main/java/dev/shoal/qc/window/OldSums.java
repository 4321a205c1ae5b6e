package dev.shoal.qc.window;

import java.util.Arrays;

/**
 * Number, sum and sum of squares of the finite values from every start to the split of a sliding window, as distances
 * from the last of them.
 *
 * <p>They are kept for every 256th start and worked out again for one block of starts at a time.
 */
final class OldSums {

    static final int BLOCK = 1024;

    private final double[] values;
    final int[] counts = new int[BLOCK + 1];
    final double[] sums = new double[BLOCK + 1];
    final double[] squares = new double[BLOCK + 1];
    double centre = Double.NaN;
    int split;
    int base;
    int places;
    private int first;
    private int[] countsAfter = new int[1];
    private double[] sumsAfter = new double[1];
    private double[] squaresAfter = new double[1];

    OldSums(double[] values) {
        this.values = values;
    }

    /**
     * Begins again with the samples from {@code start} up to, not including, {@code end}. The split comes behind the
     * last finite one, so that every start before it takes in the value the distances are taken from.
     */
    void split(int start, int end) {
        int last = last(start, end);
        first = start;
        split = last < start ? end : last + 1;
        centre = last < start ? Double.NaN : values[last];
        countsAfter[0] = 0;
        sumsAfter[0] = 0;
        squaresAfter[0] = 0;
        int block = 0;
        for (; start < split - (block + 1) * BLOCK; block++) {
            sum(block, block * BLOCK);
        }
        open(block);
        places = start == split ? BLOCK + 1 : BLOCK;
    }

    /** Opens the block that holds a start before the split. */
    void openAt(int start) {
        open((split - 1 - start) / BLOCK);
    }

    private int last(int start, int end) {
        int last = end - 1;
        while (last >= start && !Double.isFinite(values[last])) {
            last--;
        }
        return last;
    }

    /** Sums over one block what comes before the next. */
    private void sum(int block, int after) {
        int count = countsAfter[block];
        double sum = sumsAfter[block];
        double square = squaresAfter[block];
        for (int i = split - after - 1; i >= split - after - BLOCK; i--) {
            double distance = values[i] - centre;
            if (Double.isFinite(values[i])) {
                count++;
                sum += distance;
                square += distance * distance;
            }
        }
        keep(block + 1, count, sum, square);
    }

    private void keep(int block, int count, double sum, double square) {
        if (block == countsAfter.length) {
            countsAfter = Arrays.copyOf(countsAfter, 2 * block);
            sumsAfter = Arrays.copyOf(sumsAfter, 2 * block);
            squaresAfter = Arrays.copyOf(squaresAfter, 2 * block);
        }
        countsAfter[block] = count;
        sumsAfter[block] = sum;
        squaresAfter[block] = square;
    }

    private void open(int block) {
        int count = countsAfter[block];
        double sum = sumsAfter[block];
        double square = squaresAfter[block];
        base = split - (block + 1) * BLOCK;
        for (int i = base + BLOCK - 1; i >= Math.max(base, first); i--) {
            if (Double.isFinite(values[i])) {
                double distance = values[i] - centre;
                count++;
                sum += distance;
                square += distance * distance;
            }
            counts[i - base] = count;
            sums[i - base] = sum;
            squares[i - base] = square;
        }
        places = BLOCK;
    }
}
