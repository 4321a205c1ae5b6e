package dev.shoal.qc.argo;

/** Fits by least squares, through Householder reflections. */
final class LeastSquares {

    private static final double SMALLEST = 1e-12;

    private LeastSquares() {}

    /**
     * Returns the root mean square of the residuals of a linear fit.
     *
     * @param by shape {@code (n, terms)}, overwritten
     * @param values shape {@code (n)}, overwritten
     * @return NaN where there are fewer values than terms, where terms depend on each other or a number is not finite
     */
    static double residual(double[][] by, double[] values) {
        int terms = by.length == 0 ? 0 : by[0].length;
        if (values.length < terms || terms == 0) {
            return Double.NaN;
        }
        for (int term = 0; term < terms; term++) {
            if (!reflect(by, values, term)) {
                return Double.NaN;
            }
        }
        double sum = 0;
        for (int row = terms; row < values.length; row++) {
            sum += values[row] * values[row];
        }
        return Math.sqrt(sum / values.length);
    }

    private static boolean reflect(double[][] by, double[] values, int term) {
        double length = norm(by, term, term);
        if (!(length > SMALLEST * norm(by, term, 0))) {
            return false;
        }
        double pivot = by[term][term] > 0 ? -length : length;
        double[] mirror = new double[values.length];
        for (int row = term; row < values.length; row++) {
            mirror[row] = by[row][term] - (row == term ? pivot : 0);
        }
        double scale = 2 / dot(mirror, mirror, term);
        for (int column = term; column < by[0].length; column++) {
            double[] of = new double[values.length];
            for (int row = term; row < values.length; row++) {
                of[row] = by[row][column];
            }
            double share = scale * dot(mirror, of, term);
            for (int row = term; row < values.length; row++) {
                by[row][column] -= share * mirror[row];
            }
        }
        double share = scale * dot(mirror, values, term);
        for (int row = term; row < values.length; row++) {
            values[row] -= share * mirror[row];
        }
        return true;
    }

    private static double norm(double[][] by, int column, int start) {
        double sum = 0;
        for (int row = start; row < by.length; row++) {
            sum += by[row][column] * by[row][column];
        }
        return Math.sqrt(sum);
    }

    private static double dot(double[] a, double[] b, int start) {
        double sum = 0;
        for (int i = start; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
