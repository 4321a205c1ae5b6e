package dev.shoal.qc.cotede;

/**
 * Sums in the order in which NumPy adds: eight sums side by side over up to 128 numbers, halves of more. Where CoTeDe
 * divides by a deviation of equal numbers, or looks for the middle of a symmetric area, the last digit decides.
 */
final class NumpySum {

    private static final int LANES = 8;

    private static final int BLOCK = 128;

    private NumpySum() {}

    /** Returns the sum of numbers. */
    static double of(double[] numbers) {
        return of(numbers, 0, numbers.length);
    }

    /** Returns the standard deviation of a population. */
    static double deviation(double[] numbers) {
        double mean = of(numbers) / numbers.length;
        double[] squares = new double[numbers.length];
        for (int i = 0; i < squares.length; i++) {
            squares[i] = (numbers[i] - mean) * (numbers[i] - mean);
        }
        return Math.sqrt(of(squares) / squares.length);
    }

    private static double of(double[] numbers, int start, int count) {
        if (count > BLOCK) {
            int half = count / 2 - (count / 2) % LANES;
            return of(numbers, start, half) + of(numbers, start + half, count - half);
        }
        int lanesEnd = start + count - count % LANES;
        double sum = lanes(numbers, start, lanesEnd);
        for (int i = lanesEnd; i < start + count; i++) {
            sum += numbers[i];
        }
        return sum;
    }

    private static double lanes(double[] numbers, int start, int end) {
        double[] sums = new double[LANES];
        for (int i = start; i < end; i++) {
            sums[(i - start) % LANES] += numbers[i];
        }
        return sums[0] + sums[1] + (sums[2] + sums[3]) + (sums[4] + sums[5] + (sums[6] + sums[7]));
    }
}
