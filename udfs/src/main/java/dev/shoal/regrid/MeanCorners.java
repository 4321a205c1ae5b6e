package dev.shoal.regrid;

/** The corners between the points of a curvilinear grid; see {@link ReckonedCells}. Safe to ask from many threads. */
final class MeanCorners {
    private static final int POINTS_PER_PART = 16384;
    private static final int CORNERS = 4;

    private final int ny;
    private final int nx;
    private final double[] unit;
    private final Quads quads;
    private final Spacing spacing;

    MeanCorners(CurvilinearGrid grid, int threads) {
        ny = grid.ny();
        nx = grid.nx();
        quads = new Quads(grid);
        spacing = Spacing.of(grid);
        unit = new double[Math.multiplyExact(3, grid.size())];
        int parts = grid.size() / POINTS_PER_PART + 1;
        Parallel.each(threads, parts, part -> {
            int end = Parallel.start(grid.size(), parts, part + 1);
            for (int k = Parallel.start(grid.size(), parts, part); k < end; k++) {
                System.arraycopy(Sphere.unit(grid.lat()[k], grid.lon()[k]), 0, unit, 3 * k, 3);
            }
        });
    }

    /**
     * Writes the corner of a point's cell that lies ahead or behind by half a row and half a column.
     *
     * @param row 1 ahead, -1 behind, as {@code column}
     * @return false where nothing is known of it
     */
    boolean around(int point, int row, int column, double[] corner) {
        int[] points = new int[CORNERS];
        return mean(quad(point, row, column), points, corner)
                || mirrored(point, quad(point, -row, column), 1, points, corner)
                || mirrored(point, quad(point, row, -column), 3, points, corner)
                || mirrored(point, quad(point, -row, -column), 0, points, corner);
    }

    /**
     * Mirrors the mean corner of a quadrilateral at a point, or at the middle of it and its neighbour there.
     *
     * @param partner 0 for the point itself, 1 for its neighbour in the row, 3 for the one in the column: what the
     *     place among the quadrilateral's corners is changed by, as bits
     */
    private boolean mirrored(int point, int quad, int partner, int[] points, double[] corner) {
        if (!mean(quad, points, corner)) {
            return false;
        }
        int place = 0;
        while (points[place] != point) {
            place++;
        }
        int other = points[place ^ partner];
        if (Double.isNaN(unit[3 * other])) {
            return false;
        }
        for (int axis = 0; axis < 3; axis++) {
            corner[axis] = unit[3 * point + axis] + unit[3 * other + axis] - corner[axis];
        }
        normalise(corner);
        return true;
    }

    /** Writes the mean of a quadrilateral's points, three of which must be there and none too far from the next. */
    private boolean mean(int quad, int[] points, double[] corner) {
        if (quad < 0 || !quads.exists(quad)) {
            return false;
        }
        quads.corners(quad, points);
        int missing = -1;
        for (int k = 0; k < CORNERS; k++) {
            if (Double.isNaN(unit[3 * points[k]])) {
                if (missing >= 0) {
                    return false;
                }
                missing = k;
            }
        }
        if (isBroken(points)) {
            return false;
        }
        for (int axis = 0; axis < 3; axis++) {
            corner[axis] = 0;
            for (int k = 0; k < CORNERS; k++) {
                // Of three points the two beside the missing one lie across from each other.
                boolean counts = missing < 0 || ((k - missing) & 1) == 1;
                corner[axis] += counts ? unit[3 * points[k] + axis] : 0;
            }
        }
        normalise(corner);
        return true;
    }

    private boolean isBroken(int[] points) {
        return isLonger(points[0], points[1], spacing.row2())
                || isLonger(points[3], points[2], spacing.row2())
                || isLonger(points[0], points[3], spacing.column2())
                || isLonger(points[1], points[2], spacing.column2());
    }

    /** Tells whether two points are farther from each other than a limit; not where one is missing. */
    private boolean isLonger(int one, int other, double limit2) {
        double dx = unit[3 * one] - unit[3 * other];
        double dy = unit[3 * one + 1] - unit[3 * other + 1];
        double dz = unit[3 * one + 2] - unit[3 * other + 2];
        return dx * dx + dy * dy + dz * dz > limit2;
    }

    /**
     * Returns the number of the quadrilateral on a side of a point, which need not exist; -1 where it has no number.
     */
    private int quad(int point, int row, int column) {
        int j = point / nx;
        int i = point - j * nx;
        int before = column > 0 ? i : i - 1;
        boolean overFold = row > 0 ? j == ny - 1 : j == 0;
        if (!overFold) {
            int line = row > 0 ? j : j - 1;
            return line * nx + (before < 0 ? nx - 1 : before);
        }
        int pair = before < nx / 2 ? before : nx - 2 - before;
        return pair < 0 || pair >= nx / 2 ? -1 : (row > 0 ? ny - 1 : ny) * nx + pair;
    }

    private static void normalise(double[] vector) {
        double length = Math.sqrt(Sphere.dot(vector, vector));
        for (int axis = 0; axis < 3; axis++) {
            vector[axis] /= length;
        }
    }
}
