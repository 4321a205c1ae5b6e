package dev.shoal.regrid;

/** The columns of a rectilinear grid's cells, between two meridians each. */
final class CellColumns {
    private static final double TURN = 360;

    /** Bounds this much more or less than a turn apart go round the Earth. */
    private static final double ROUNDING = 1e-9;

    private final double[] west;
    private final double[] east;
    private final double[] width;

    /** Takes all columns of a grid. */
    CellColumns(RectilinearGrid grid) {
        this(grid, 0, grid.nx());
    }

    /** Takes columns {@code from} to {@code to} of a grid, numbered from 0; refuses those wider than a turn. */
    CellColumns(RectilinearGrid grid, int from, int to) {
        west = new double[to - from];
        east = new double[to - from];
        width = new double[to - from];
        for (int i = 0; i < west.length; i++) {
            int column = from + i;
            place(i, grid.lon()[column], grid.lonBounds()[2 * column], grid.lonBounds()[2 * column + 1]);
        }
    }

    /** Takes the way between the bounds that the point lies on, where one bound is given a turn away. */
    private void place(int i, double lon, double one, double other) {
        double low = Math.min(one, other);
        double wide = Math.abs(other - one);
        double ahead = lon - low - TURN * Math.floor((lon - low) / TURN);
        if (wide > TURN + ROUNDING) {
            throw new IllegalArgumentException("Cannot make cells of column " + i + ": its bounds are " + one + " and "
                    + other + ", expected them at most a turn apart.");
        }
        boolean around = wide > TURN / 2 && wide < TURN - ROUNDING && ahead > wide;
        west[i] = around ? Math.max(one, other) : low;
        east[i] = around ? low : Math.max(one, other);
        width[i] = around ? TURN - wide : Math.min(wide, TURN);
    }

    int count() {
        return west.length;
    }

    /** Returns the western bound, of any origin. */
    double west(int column) {
        return west[column];
    }

    /**
     * Returns the eastern bound as it was given: the next column's western one to the last bit, but for whole turns.
     */
    double east(int column) {
        return east[column];
    }

    /** Returns the width in radians. */
    double radians(int column) {
        return Math.toRadians(width[column]);
    }

    /** Returns the width in degrees, in (0, 360]. */
    double width(int column) {
        return width[column];
    }

    /** Returns the columns ordered by their western bounds, brought to [0, 360). */
    Intervals byLongitude() {
        double[] start = new double[count()];
        double[] end = new double[count()];
        for (int i = 0; i < start.length; i++) {
            start[i] = west[i] - TURN * Math.floor(west[i] / TURN);
            end[i] = start[i] + width[i];
        }
        return new Intervals(start, end);
    }
}
