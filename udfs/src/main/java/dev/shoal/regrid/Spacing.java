package dev.shoal.regrid;

import java.util.Arrays;

/** How far apart the neighbouring points of a curvilinear grid are. */
final class Spacing {
    /**
     * Points farther apart than this many usual steps are not neighbours: coordinates that were never filled in, or a
     * gap.
     */
    private static final double BROKEN = 20;

    private static final int SAMPLES = 20_000;

    private Spacing() {}

    /**
     * Returns the squared chord beyond which two points next to each other in the array are not neighbours on the
     * sphere: 20 times the median step.
     */
    static double longest2(CurvilinearGrid grid) {
        int points = grid.lat().length;
        int stride = Math.max(1, points / SAMPLES);
        double[] steps = new double[2 * (points / stride + 1)];
        int count = 0;
        for (int k = 0; k < points; k += stride) {
            if (k % grid.nx() + 1 < grid.nx()) {
                count = keep(steps, count, between(grid, k, k + 1));
            }
            if (k + grid.nx() < points) {
                count = keep(steps, count, between(grid, k, k + grid.nx()));
            }
        }
        if (count == 0) {
            return 0;
        }
        double[] sorted = Arrays.copyOf(steps, count);
        Arrays.sort(sorted);
        return BROKEN * BROKEN * sorted[count / 2];
    }

    /** Returns the squared chord between two points of the grid; NaN where one is a hole. */
    static double between(CurvilinearGrid grid, int k, int other) {
        return Sphere.chord2(grid.lat()[k], grid.lon()[k], grid.lat()[other], grid.lon()[other]);
    }

    private static int keep(double[] steps, int count, double step2) {
        if (step2 > 0) {
            steps[count] = step2;
            return count + 1;
        }
        return count;
    }
}
