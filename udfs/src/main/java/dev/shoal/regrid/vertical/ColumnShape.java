package dev.shoal.regrid.vertical;

/**
 * How many columns arrays hold, and how many levels of each: level by level, the cells of a level side by side.
 *
 * @param levels of each column
 * @param cells number of columns
 */
record ColumnShape(int levels, int cells) {

    /** Returns the shape of an array of values, and refuses one that is no whole number of levels. */
    static ColumnShape of(int cells, int values) {
        if (cells < 1 || values % cells != 0) {
            throw new IllegalArgumentException("Cannot take columns to other levels: " + values
                    + " values are no whole number of levels of " + cells + " cells.");
        }
        return new ColumnShape(values / cells, cells);
    }

    /**
     * Refuses a coordinate that is neither one for each value nor one axis for all columns.
     *
     * @param extra 1 where the coordinate is that of edges, of which a column has one more
     */
    void checkCoordinate(int length, int extra) {
        long own = (levels + extra) * (long) cells;
        if (length != own && length != levels + extra) {
            throw new IllegalArgumentException("Cannot take columns to other levels: the coordinate has " + length
                    + " numbers, expected " + own + " for columns of their own or " + (levels + extra)
                    + " for an axis that all share.");
        }
    }

    /** Refuses a result of another size. */
    void checkResult(String what, int length, int targets) {
        if (length != targets * (long) cells) {
            throw new IllegalArgumentException("Cannot take columns to other levels: room for " + length + " " + what
                    + ", expected " + targets * (long) cells + " for " + targets + " levels of " + cells + " cells.");
        }
    }

    /** Returns the places between one level's coordinate and the next's, in an array of either form. */
    int stride(int coordinateLength, int extra) {
        return coordinateLength == (levels + extra) * (long) cells ? cells : 1;
    }
}
