package dev.shoal.stage.zarr;

import dev.shoal.plan.ChunkGrid;

/**
 * Cuts the chunks of an array into stretches of which each is a box: some indexes of one axis, all of the axes behind
 * it, one of each axis before it.
 *
 * @param grid of the chunks
 * @param most chunks of one box, where one index of the last axis is not more
 */
record ManifestCut(ChunkGrid grid, long most) {

    /** Returns the chunks of one index of the axis that is cut. */
    private long unit() {
        long unit = 1;
        for (int axis = grid.rank() - 1; axis > axis(); axis--) {
            unit *= grid.count(axis);
        }
        return unit;
    }

    private int axis() {
        int axis = grid.rank() - 1;
        long unit = 1;
        while (axis > 0 && unit * grid.count(axis) <= most) {
            unit *= grid.count(axis);
            axis--;
        }
        return axis;
    }

    private long rows() {
        return Math.max(1, most / unit());
    }

    private long partsOfOne() {
        return (grid.count(axis()) + rows() - 1) / rows();
    }

    /** Returns the number of the box of a chunk. */
    long part(long ordinal) {
        if (grid.rank() == 0) {
            return 0;
        }
        long index = ordinal / unit();
        long count = grid.count(axis());
        return index / count * partsOfOne() + index % count / rows();
    }

    /** Returns the first ordinal behind a box. */
    long end(long part) {
        if (grid.rank() == 0) {
            return 1;
        }
        long count = grid.count(axis());
        long outer = part / partsOfOne();
        long end = Math.min(count, (part % partsOfOne() + 1) * rows());
        return (outer * count + end) * unit();
    }
}
