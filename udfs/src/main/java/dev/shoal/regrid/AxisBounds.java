package dev.shoal.regrid;

import java.util.Arrays;

/** The two bounds of every cell along an axis, where none were given: half-way to the neighbours. */
final class AxisBounds {

    private AxisBounds() {}

    /**
     * Reckons bounds of latitudes: half-way between neighbours, the outermost as far out as in, but not past a pole.
     *
     * @return shape {@code (n, 2)}, a new array
     */
    static double[] ofLatitudes(double[] lat) {
        double[] bounds = halfway(lat, lat.length > 1 ? 0 : 0.5);
        for (int i = 0; i < bounds.length; i++) {
            bounds[i] = Math.max(-90, Math.min(90, bounds[i]));
        }
        return bounds;
    }

    /**
     * Reckons bounds of longitudes: half-way between neighbours, the outermost as far out as in.
     *
     * @param axis without jumps
     * @return shape {@code (n, 2)}, a new array
     */
    static double[] ofLongitudes(double[] axis) {
        return halfway(axis, axis.length > 1 ? 0 : 0.5);
    }

    private static double[] halfway(double[] axis, double halfOfSingle) {
        int n = axis.length;
        double[] bounds = new double[2 * n];
        for (int i = 0; i < n; i++) {
            double behind = i > 0 ? axis[i] - axis[i - 1] : n > 1 ? axis[1] - axis[0] : 2 * halfOfSingle;
            double ahead = i + 1 < n ? axis[i + 1] - axis[i] : n > 1 ? axis[n - 1] - axis[n - 2] : 2 * halfOfSingle;
            bounds[2 * i] = i > 0 ? 0.5 * (axis[i - 1] + axis[i]) : axis[i] - 0.5 * behind;
            bounds[2 * i + 1] = i + 1 < n ? 0.5 * (axis[i] + axis[i + 1]) : axis[i] + 0.5 * ahead;
        }
        return bounds;
    }

    /** Refuses bounds of another number of cells, out of range, and cells without width. */
    static void check(String name, double[] axis, double[] bounds, double limit) {
        if (bounds.length != 2 * axis.length) {
            throw new IllegalArgumentException("Cannot make a grid: there are " + bounds.length + " bounds of "
                    + axis.length + " " + name + "s, expected two of each.");
        }
        for (int i = 0; i < bounds.length; i++) {
            if (!(Math.abs(bounds[i]) <= limit) || (i % 2 == 1 && bounds[i] == bounds[i - 1])) {
                throw new IllegalArgumentException("Cannot make a grid: the bounds of " + name + " " + i / 2 + " are "
                        + Arrays.toString(Arrays.copyOfRange(bounds, i - i % 2, i - i % 2 + 2))
                        + ", expected two different numbers in [-" + limit + ", " + limit + "].");
            }
        }
    }
}
