package dev.shoal.qc.window;

import java.util.Arrays;

/**
 * Tukey's 53H smooth and the distance of a series from it: medians of five, of those medians of three, of those a
 * Hanning mean (weights 1/4, 1/2, 1/4).
 *
 * <p>Source: Goring and Nikora 2002, J. Hydraul. Eng. 128(1), 117, after Otnes and Enochson 1978. What is not finite is
 * missing, and makes everything within its reach NaN.
 */
public final class Tukey53H {

    /** How many samples before and after a sample the distance depends on. */
    public static final int REACH = 4;

    private Tukey53H() {}

    /**
     * Measures how far the samples of a block lie above the smooth.
     *
     * @param x the series, at least {@code size} long; not changed
     * @param size number of samples
     * @param start first sample of the block
     * @param end one past the last sample of the block
     * @param into the first {@code end - start} are overwritten; NaN within {@link #REACH} of the ends
     */
    public static void excess(double[] x, int size, int start, int end, double[] into) {
        int from = Math.min(Math.max(start, REACH), end);
        int to = Math.max(Math.min(end, size - REACH), from);
        Arrays.fill(into, 0, from - start, Double.NaN);
        Arrays.fill(into, to - start, end - start, Double.NaN);
        if (from == to) {
            return;
        }
        double five = medianOf5(x, from - 1);
        double fiveAfter = medianOf5(x, from);
        double three = medianOf3(medianOf5(x, from - 2), five, fiveAfter);
        double fiveBefore = five;
        five = fiveAfter;
        fiveAfter = medianOf5(x, from + 1);
        double threeAfter = medianOf3(fiveBefore, five, fiveAfter);
        for (int i = from; i < to; i++) {
            double threeBefore = three;
            three = threeAfter;
            fiveBefore = five;
            five = fiveAfter;
            fiveAfter = medianOf5(x, i + 2);
            threeAfter = medianOf3(fiveBefore, five, fiveAfter);
            into[i - start] = x[i] - 0.25 * (threeAfter + 2 * three + threeBefore);
        }
    }

    /** Returns the median of a sample and two on each side; NaN where one of the five is missing. */
    public static double medianOf5(double[] x, int i) {
        double a = Math.min(x[i - 2], x[i - 1]);
        double b = Math.max(x[i - 2], x[i - 1]);
        double c = Math.min(x[i + 1], x[i + 2]);
        double d = Math.max(x[i + 1], x[i + 2]);
        double nanIfMissing = 0 * x[i - 2] + 0 * x[i - 1] + 0 * x[i] + 0 * x[i + 1] + 0 * x[i + 2];
        return medianOf3(Math.max(a, c), x[i], Math.min(b, d)) + nanIfMissing;
    }

    /**
     * Returns the standard deviation of the medians of five that are there, that of a sample ({@code n - 1}).
     *
     * @return NaN where fewer than two medians are there
     */
    public static double deviationOfMedians(double[] x, int size) {
        int count = 0;
        double sum = 0;
        for (int i = 2; i < size - 2; i++) {
            double median = medianOf5(x, i);
            if (!Double.isNaN(median)) {
                sum += median;
                count++;
            }
        }
        double mean = sum / count;
        double squares = 0;
        for (int i = 2; i < size - 2; i++) {
            double deviation = medianOf5(x, i) - mean;
            squares += Double.isNaN(deviation) ? 0 : deviation * deviation;
        }
        return count < 2 ? Double.NaN : Math.sqrt(squares / (count - 1));
    }

    /** Returns the distance from the smooth of a whole series in standard deviations of its medians of five. */
    public static Measure inDeviations(double[] x, int size) {
        double deviation = deviationOfMedians(x, size);
        Measure excess = LocalMeasure.TUKEY_53H.of(x, size);
        return (start, end, into) -> {
            excess.fill(start, end, into);
            for (int i = 0; i < end - start; i++) {
                into[i] /= deviation;
            }
        };
    }

    private static double medianOf3(double a, double b, double c) {
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }
}
