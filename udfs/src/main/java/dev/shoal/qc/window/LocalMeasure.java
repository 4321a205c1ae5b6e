package dev.shoal.qc.window;

import java.util.Arrays;

/** Measures of a sample by its nearest neighbours. A missing value among them makes a measure NaN. */
public enum LocalMeasure {
    /** {@code x[i] - x[i-1]}, after Timms et al. 2011; also what shows a digit rollover (Argo test 12). */
    RATE_OF_CHANGE(1, 0) {
        @Override
        void fill(double[] x, int size, int start, int end, double[] into) {
            for (int i = start; i < end; i++) {
                into[i - start] = x[i] - x[i - 1];
            }
        }
    },
    /** {@code x[i] - (x[i-1] + x[i+1]) / 2}, GTSPP's gradient, which is a curvature. */
    GRADIENT(1, 1) {
        @Override
        void fill(double[] x, int size, int start, int end, double[] into) {
            for (int i = start; i < end; i++) {
                into[i - start] = x[i] - (x[i - 1] + x[i + 1]) / 2;
            }
        }
    },
    /** {@code |x[i] - (x[i-1] + x[i+1]) / 2| - |(x[i+1] - x[i-1]) / 2|}, GTSPP's spike; negative on a slope. */
    SPIKE(1, 1) {
        @Override
        void fill(double[] x, int size, int start, int end, double[] into) {
            for (int i = start; i < end; i++) {
                double curvature = x[i] - (x[i - 1] + x[i + 1]) / 2;
                into[i - start] = Math.abs(curvature) - Math.abs((x[i + 1] - x[i - 1]) / 2);
            }
        }
    },
    /** Distance from the smooth of {@link Tukey53H}. */
    TUKEY_53H(Tukey53H.REACH, Tukey53H.REACH) {
        @Override
        void fill(double[] x, int size, int start, int end, double[] into) {
            Tukey53H.excess(x, size, start, end, into);
        }
    },
    /** Distance from the median of a value and two on each side, what tests of biogeochemical floats call a spike. */
    MEDIAN_OF_5(2, 2) {
        @Override
        void fill(double[] x, int size, int start, int end, double[] into) {
            for (int i = start; i < end; i++) {
                into[i - start] = x[i] - Tukey53H.medianOf5(x, i);
            }
        }
    };

    private final int before;
    private final int after;

    LocalMeasure(int before, int after) {
        this.before = before;
        this.after = after;
    }

    /** Measures samples that all have enough neighbours; may be infinite beside an infinite value. */
    abstract void fill(double[] x, int size, int start, int end, double[] into);

    /** Returns how many samples before a sample are looked at. */
    public int before() {
        return before;
    }

    /** Returns how many samples after a sample are looked at. */
    public int after() {
        return after;
    }

    /**
     * Returns the measure of a series; NaN at its ends, where neighbours lack.
     *
     * @param x the series, at least {@code size} long; lent
     * @param size number of samples
     */
    public Measure of(double[] x, int size) {
        return (start, end, into) -> {
            int from = Math.min(Math.max(start, before), end);
            int to = Math.max(Math.min(end, size - after), from);
            double[] block = start == from ? into : new double[to - from];
            fill(x, size, from, to, block);
            if (block != into) {
                Arrays.fill(into, 0, from - start, Double.NaN);
                System.arraycopy(block, 0, into, from - start, to - from);
            }
            Arrays.fill(into, to - start, end - start, Double.NaN);
            missWhereInfinite(x, start, end, into);
        };
    }

    /** Turns what an infinite neighbour made infinite into NaN; what overflowed stays. */
    private void missWhereInfinite(double[] x, int start, int end, double[] into) {
        for (int i = start; i < end; i++) {
            if (Double.isInfinite(into[i - start])) {
                for (int j = i - before; j <= i + after; j++) {
                    into[i - start] += 0 * x[j];
                }
            }
        }
    }
}
