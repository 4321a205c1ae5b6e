package dev.shoal.qc.window;

/** The spread of all finite values of a series, in two passes. */
final class WholeSpread {

    private WholeSpread() {}

    /** Returns the spread of the finite values, NaN where there are none; a range leaves missing values out as well. */
    static double of(double[] values, int size, Spread spread) {
        return spread == Spread.RANGE ? range(values, size) : deviation(values, size);
    }

    private static double range(double[] values, int size) {
        double minimum = Double.NaN;
        double maximum = Double.NaN;
        for (int i = 0; i < size; i++) {
            if (Double.isFinite(values[i])) {
                minimum = minimum <= values[i] ? minimum : values[i];
                maximum = maximum >= values[i] ? maximum : values[i];
            }
        }
        return maximum - minimum;
    }

    private static double deviation(double[] values, int size) {
        double centre = Double.NaN;
        double sum = 0;
        int count = 0;
        for (int i = 0; i < size; i++) {
            if (Double.isFinite(values[i])) {
                centre = count == 0 ? values[i] : centre;
                sum += values[i] - centre;
                count++;
            }
        }
        double mean = centre + sum / count;
        double squares = 0;
        for (int i = 0; i < size; i++) {
            double distance = values[i] - mean;
            squares += Double.isFinite(values[i]) ? distance * distance : 0;
        }
        return Math.sqrt(squares / count);
    }
}
