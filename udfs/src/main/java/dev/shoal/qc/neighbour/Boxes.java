package dev.shoal.qc.neighbour;

import dev.shoal.qc.neighbour.ConsistencyCheck.Background;
import java.util.Arrays;

/** The arithmetic of a few observations that lie around one. */
final class Boxes {

    private static final double SMALLEST_PIVOT = 1e-12;

    private Boxes() {}

    /** Returns the mean over the observations of a quantile of their distances from the others. */
    static double scale(double[][] distances, double quantile) {
        double sum = 0;
        for (int a = 0; a < distances.length; a++) {
            double[] others = new double[distances.length - 1];
            for (int b = 0; b < others.length; b++) {
                others[b] = distances[a][b < a ? b : b + 1];
            }
            Arrays.sort(others);
            double place = quantile * (others.length - 1);
            int below = (int) Math.floor(place);
            int above = (int) Math.ceil(place);
            sum += others[below] + (place - below) * (others[above] - others[below]);
        }
        return sum / distances.length;
    }

    /** Returns how far the observations are from their background. */
    static double[] departures(Points points, int[] box, Background background) {
        double[] values = new double[box.length];
        double[] heights = new double[box.length];
        for (int a = 0; a < box.length; a++) {
            values[a] = points.values()[box[a]];
            heights[a] = points.heights()[box[a]];
        }
        double slope = background == Background.LINE ? slope(heights, values) : 0;
        for (int a = 0; a < box.length; a++) {
            values[a] -= slope == 0 ? 0 : slope * heights[a];
        }
        double level = background == Background.MEAN
                ? Arrays.stream(values).sum() / values.length
                : Checks.median(values.clone(), values.length);
        for (int a = 0; a < box.length; a++) {
            values[a] -= level;
        }
        return values;
    }

    /** Returns the median of the slopes of all pairs at different heights; 0 where there is none. */
    static double slope(double[] heights, double[] values) {
        double[] slopes = new double[heights.length * (heights.length - 1) / 2];
        int count = 0;
        for (int a = 0; a < heights.length; a++) {
            for (int b = 0; b < a; b++) {
                if (heights[a] != heights[b]) {
                    slopes[count++] = (values[a] - values[b]) / (heights[a] - heights[b]);
                }
            }
        }
        return count == 0 ? 0 : Checks.median(slopes, count);
    }

    /**
     * Solves two systems of one symmetric positive matrix by Cholesky's factors.
     *
     * @param matrix the lower triangle, overwritten by its factor
     * @param one right side, overwritten by the solution
     * @param other right side, overwritten by the solution
     * @return whether the matrix is positive, so that there is a solution
     */
    static boolean solve(double[][] matrix, double[] one, double[] other) {
        int size = one.length;
        for (int a = 0; a < size; a++) {
            for (int b = 0; b <= a; b++) {
                double sum = matrix[a][b];
                for (int c = 0; c < b; c++) {
                    sum -= matrix[a][c] * matrix[b][c];
                }
                if (a == b && !(sum > SMALLEST_PIVOT)) {
                    return false;
                }
                matrix[a][b] = a == b ? Math.sqrt(sum) : sum / matrix[b][b];
            }
        }
        substitute(matrix, one);
        substitute(matrix, other);
        return true;
    }

    private static void substitute(double[][] factor, double[] side) {
        for (int a = 0; a < side.length; a++) {
            for (int c = 0; c < a; c++) {
                side[a] -= factor[a][c] * side[c];
            }
            side[a] /= factor[a][a];
        }
        for (int a = side.length - 1; a >= 0; a--) {
            for (int c = a + 1; c < side.length; c++) {
                side[a] -= factor[c][a] * side[c];
            }
            side[a] /= factor[a][a];
        }
    }
}
