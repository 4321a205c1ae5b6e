package dev.shoal.regrid;

import java.util.Arrays;

/**
 * How far apart points next to each other in a curvilinear grid's arrays may be to be neighbours on the sphere: 20
 * times the median step, along rows and along columns each. Farther ones are coordinates that were never filled in, or
 * a gap.
 *
 * @param row2 squared chord along a row
 * @param column2 squared chord along a column
 */
record Spacing(double row2, double column2) {
    private static final double BROKEN = 20;
    private static final int SAMPLES = 20_000;

    static Spacing of(CurvilinearGrid grid) {
        return new Spacing(longest2(grid, 1), longest2(grid, grid.nx()));
    }

    /** Returns the squared chord between two points of a grid; NaN where one is a hole. */
    static double between(CurvilinearGrid grid, int k, int other) {
        return Sphere.chord2(grid.lat()[k], grid.lon()[k], grid.lat()[other], grid.lon()[other]);
    }

    /** Returns the longer of the two. */
    double longest2() {
        return Math.max(row2, column2);
    }

    private static double longest2(CurvilinearGrid grid, int ahead) {
        int points = grid.lat().length;
        int stride = Math.max(1, points / SAMPLES);
        double[] steps = new double[points / stride + 1];
        int count = 0;
        for (int k = 0; k + ahead < points; k += stride) {
            boolean sameLine = ahead > 1 || k % grid.nx() + 1 < grid.nx();
            double step2 = sameLine ? between(grid, k, k + ahead) : 0;
            if (step2 > 0) {
                steps[count++] = step2;
            }
        }
        Arrays.sort(steps, 0, count);
        return count == 0 ? 0 : BROKEN * BROKEN * steps[count / 2];
    }
}
