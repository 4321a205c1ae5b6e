package dev.shoal.qc.cotede;

import dev.shoal.qc.window.Measure;
import java.util.Arrays;
import java.util.Map;

/**
 * Flags how far a value lies above the median of a window, in standard deviations of the others around it.
 *
 * <p>The median is that of the present among {@code length} samples from {@code length / 2} before, the value itself
 * included; the standard deviation is that of as many samples around it without itself. For the standard deviation
 * CoTeDe takes a missing sample for 1e20, so the feature is almost 0 beside one; so is this. Within half a window of
 * the ends, where fewer than three are present and where the value is missing, the feature is NaN.
 *
 * @param length samples of the window; even
 * @param threshold above which, in standard deviations, a value is bad; below the median any distance is good
 * @param grades what is given; CoTeDe's own are {@link Grades#DOUBTFUL}
 */
public record BinSpike(int length, double threshold, Grades grades) implements Procedure {

    private static final String NAME = "bin_spike";

    /** What lies under the mask of a missing value in a NumPy array. */
    private static final double FILL = 1e20;

    /** Refuses a window of an odd length. */
    public BinSpike {
        if (length < 0 || length % 2 != 0) {
            throw new IllegalArgumentException(
                    "Cannot make a bin spike test: found a window of " + length + " samples, expected an even number.");
        }
    }

    @Override
    public String flagName() {
        return NAME;
    }

    @Override
    public Span reach() {
        return new Span(length / 2, length / 2);
    }

    @Override
    public Flagging on(Profile profile) {
        double[] x = profile.values();
        return Sample.ofValues(profile, i -> grades.atMost(feature(x, profile.size(), i), threshold));
    }

    @Override
    public Map<String, Measure> features(Profile profile) {
        double[] x = profile.values();
        return Map.of(NAME, (start, end, into) -> {
            for (int i = start; i < end; i++) {
                into[i - start] = feature(x, profile.size(), i);
            }
        });
    }

    private double feature(double[] x, int size, int i) {
        int half = length / 2;
        if (i < half || i >= size - half || !Double.isFinite(x[i])) {
            return Double.NaN;
        }
        double[] present = Arrays.stream(x, i - half, i + half)
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        if (present.length < 3) {
            return Double.NaN;
        }
        double median = (present[(present.length - 1) / 2] + present[present.length / 2]) / 2;
        return (x[i] - median) / deviationAround(x, i);
    }

    private double deviationAround(double[] x, int i) {
        double[] others = new double[length];
        for (int j = 0; j < length; j++) {
            int place = i - length / 2 + j;
            others[j] = filled(x[place < i ? place : place + 1]);
        }
        return NumpySum.deviation(others);
    }

    private static double filled(double value) {
        return Double.isFinite(value) ? value : FILL;
    }
}
