package dev.shoal.qc.cotede;

import dev.shoal.qc.window.Measure;
import dev.shoal.qc.window.Tukey53H;
import java.util.Arrays;

/** Features of a sample and its nearest neighbours. A missing value among them makes a feature NaN. */
public enum LocalFeature {
    /** {@code x[i] - x[i-1]}, after Timms et al. 2011; also what shows a digit rollover (Argo test 12). */
    RATE_OF_CHANGE("rate_of_change", 1, 0) {
        @Override
        void fill(double[] x, int size, int start, int end, double[] into) {
            for (int i = start; i < end; i++) {
                into[i - start] = x[i] - x[i - 1];
            }
        }
    },
    /** {@code x[i] - (x[i-1] + x[i+1]) / 2}, GTSPP's gradient, which is a curvature. */
    GRADIENT("gradient", 1, 1) {
        @Override
        void fill(double[] x, int size, int start, int end, double[] into) {
            for (int i = start; i < end; i++) {
                into[i - start] = x[i] - (x[i - 1] + x[i + 1]) / 2;
            }
        }
    },
    /** {@code |x[i] - (x[i-1] + x[i+1]) / 2| - |(x[i+1] - x[i-1]) / 2|}, GTSPP's spike; negative on a slope. */
    SPIKE("spike", 1, 1) {
        @Override
        void fill(double[] x, int size, int start, int end, double[] into) {
            for (int i = start; i < end; i++) {
                double curvature = x[i] - (x[i - 1] + x[i + 1]) / 2;
                into[i - start] = Math.abs(curvature) - Math.abs((x[i + 1] - x[i - 1]) / 2);
            }
        }
    },
    /** Distance from the smooth of {@link Tukey53H}. */
    TUKEY_53H("tukey53H", Tukey53H.REACH, Tukey53H.REACH) {
        @Override
        void fill(double[] x, int size, int start, int end, double[] into) {
            Tukey53H.excess(x, size, start, end, into);
        }
    };

    private final String title;
    private final int before;
    private final int after;

    LocalFeature(String title, int before, int after) {
        this.title = title;
        this.before = before;
        this.after = after;
    }

    /** Measures samples that all have enough neighbours; may be infinite beside an infinite value. */
    abstract void fill(double[] x, int size, int start, int end, double[] into);

    /** Returns CoTeDe's name of the feature. */
    public String title() {
        return title;
    }

    /** Returns how many samples before and after a sample are looked at. */
    public Procedure.Span reach() {
        return new Procedure.Span(before, after);
    }

    /** Returns the feature of a profile's values; NaN at its ends, where neighbours lack. */
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
