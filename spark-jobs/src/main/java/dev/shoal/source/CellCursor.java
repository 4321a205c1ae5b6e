package dev.shoal.source;

import dev.shoal.plan.Window;

/** Walks the selected cells of a block in row-major order, a batch at a time. */
final class CellCursor {

    private final int[][] selected;
    private final int[] strides;
    private final int[] at;
    private final long cells;
    private final int[] offsets;
    private final int[][] indexes;
    private long passed;

    /**
     * Starts before the first cell.
     *
     * @param selected indexes of the block's cells on each axis, none empty
     * @param most cells in a batch
     */
    CellCursor(int[][] selected, int most) {
        this.selected = selected;
        this.strides = new int[selected.length];
        this.at = new int[selected.length];
        this.offsets = new int[most];
        this.indexes = new int[selected.length][most];
        long[] lengths = window().shape();
        int stride = 1;
        long count = 1;
        for (int axis = selected.length - 1; axis >= 0; axis--) {
            strides[axis] = stride;
            stride = Math.toIntExact(stride * lengths[axis]);
            count *= selected[axis].length;
        }
        this.cells = count;
    }

    /** Returns the box that holds the cells. */
    Window window() {
        long[] start = new long[selected.length];
        long[] end = new long[selected.length];
        for (int axis = 0; axis < start.length; axis++) {
            start[axis] = selected[axis][0];
            end[axis] = selected[axis][selected[axis].length - 1] + 1L;
        }
        return new Window(start, end);
    }

    /** Moves over the next cells and returns how many there were; 0 at the end. */
    int advance() {
        int count = (int) Math.min(offsets.length, cells - passed);
        for (int row = 0; row < count; row++) {
            int offset = 0;
            for (int axis = 0; axis < at.length; axis++) {
                int index = selected[axis][at[axis]];
                indexes[axis][row] = index;
                offset += (index - selected[axis][0]) * strides[axis];
            }
            offsets[row] = offset;
            step();
        }
        passed += count;
        return count;
    }

    private void step() {
        for (int axis = at.length - 1; axis >= 0; axis--) {
            if (++at[axis] < selected[axis].length) {
                return;
            }
            at[axis] = 0;
        }
    }

    /** Returns the places of the cells in the window's row-major order; not to be changed. */
    int[] offsets() {
        return offsets;
    }

    /** Returns the indexes of the cells on an axis; not to be changed. */
    int[] indexes(int axis) {
        return indexes[axis];
    }
}
