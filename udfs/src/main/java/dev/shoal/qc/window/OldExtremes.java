package dev.shoal.qc.window;

import java.util.Arrays;

/**
 * Smallest and largest of the finite values from every start to the split of a sliding window.
 *
 * <p>They are {@link Ordered}; they are kept for every 256th start and worked out again for one block of starts at a
 * time.
 */
final class OldExtremes {

    static final int BLOCK = 1024;

    private final double[] values;
    final long[] minima = new long[BLOCK + 1];
    final long[] maxima = new long[BLOCK + 1];
    int split;
    int base;
    int places;
    private int first;
    private long[] minimaAfter = {Ordered.NO_MINIMUM};
    private long[] maximaAfter = {Ordered.NO_MAXIMUM};

    OldExtremes(double[] values) {
        this.values = values;
        minima[BLOCK] = Ordered.NO_MINIMUM;
        maxima[BLOCK] = Ordered.NO_MAXIMUM;
    }

    /** Begins again with the samples from {@code start} up to, not including, {@code end}. */
    void split(int start, int end) {
        first = start;
        split = end;
        int block = 0;
        for (; start < split - (block + 1) * BLOCK; block++) {
            pass(block, block * BLOCK);
        }
        open(block);
        places = start == end ? BLOCK + 1 : BLOCK;
    }

    /** Opens the block that holds a start before the split. */
    void openAt(int start) {
        open((split - 1 - start) / BLOCK);
    }

    private void pass(int block, int after) {
        long minimum = minimaAfter[block];
        long maximum = maximaAfter[block];
        for (int i = split - after - 1; i >= split - after - BLOCK; i--) {
            if (Double.isFinite(values[i])) {
                long value = Ordered.of(values[i]);
                minimum = Math.min(minimum, value);
                maximum = Math.max(maximum, value);
            }
        }
        keep(block + 1, minimum, maximum);
    }

    private void keep(int block, long minimum, long maximum) {
        if (block == minimaAfter.length) {
            minimaAfter = Arrays.copyOf(minimaAfter, 2 * block);
            maximaAfter = Arrays.copyOf(maximaAfter, 2 * block);
        }
        minimaAfter[block] = minimum;
        maximaAfter[block] = maximum;
    }

    private void open(int block) {
        long minimum = minimaAfter[block];
        long maximum = maximaAfter[block];
        base = split - (block + 1) * BLOCK;
        for (int i = base + BLOCK - 1; i >= Math.max(base, first); i--) {
            if (Double.isFinite(values[i])) {
                long value = Ordered.of(values[i]);
                minimum = Math.min(minimum, value);
                maximum = Math.max(maximum, value);
            }
            minima[i - base] = minimum;
            maxima[i - base] = maximum;
        }
        places = BLOCK;
    }
}
