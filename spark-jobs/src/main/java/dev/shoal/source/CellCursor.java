package dev.shoal.source;

import dev.shoal.plan.Window;
import java.util.Arrays;

/**
 * Walks the selected cells of a block in row-major order, a batch at a time. A batch is one index of each axis before
 * an axis that is cut, some indexes of that axis, and all of the axes behind it: so what belongs to the axes behind is
 * the same in every batch of the block, and what belongs to those before is one value in each.
 */
final class CellCursor {

    /** Receives the rows of a batch that have one index on an axis. */
    @FunctionalInterface
    interface Run {
        void rows(int index, int from, int to);
    }

    private final int[][] selected;
    private final int[] strides;
    private final int[] lengths;
    private final int cut;
    private final int span;
    private final int[] at;
    private final int[][] indexes;
    private final long[] indexKeys;
    private int[] gaps = new int[0];
    private long gapKey = -1;
    private boolean started;

    /**
     * Starts before the first cell.
     *
     * @param selected indexes of the block's cells on each axis, none empty
     * @param most cells in a batch
     */
    CellCursor(int[][] selected, int most) {
        int rank = selected.length;
        this.selected = selected;
        this.at = new int[rank];
        this.lengths = Arrays.stream(selected).mapToInt(axis -> axis.length).toArray();
        int axis = rank - 1;
        int inner = 1;
        while (axis > 0 && (long) inner * lengths[axis] <= most) {
            inner *= lengths[axis];
            axis--;
        }
        this.cut = axis;
        this.span = Math.max(1, Math.min(lengths[cut], most / inner));
        this.indexes = new int[rank][0];
        this.indexKeys = new long[rank];
        Arrays.fill(indexKeys, -1);
        this.strides = new int[rank];
        long[] box = window().shape();
        int stride = 1;
        for (int a = rank - 1; a >= 0; a--) {
            strides[a] = stride;
            stride = Math.toIntExact(stride * box[a]);
        }
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
        if (started && !step()) {
            return 0;
        }
        started = true;
        return count();
    }

    private boolean step() {
        at[cut] += span;
        if (at[cut] < lengths[cut]) {
            return true;
        }
        at[cut] = 0;
        for (int axis = cut - 1; axis >= 0; axis--) {
            if (++at[axis] < lengths[axis]) {
                return true;
            }
            at[axis] = 0;
        }
        return false;
    }

    /** Returns the number of cells passed last. */
    int count() {
        return Math.min(span, lengths[cut] - at[cut]) * inner(cut);
    }

    /** Returns the most cells of a batch of this block. */
    int most() {
        return span * inner(cut);
    }

    private int inner(int axis) {
        int inner = 1;
        for (int next = axis + 1; next < lengths.length; next++) {
            inner *= lengths[next];
        }
        return inner;
    }

    /** Returns a number that is the same for batches whose rows have the same indexes on an axis, and not negative. */
    long key(int axis) {
        return axis > cut ? 0 : at[axis];
    }

    /** Tells whether all rows of a batch have the same index on an axis. */
    boolean isFixed(int axis) {
        return axis < cut || lengths[axis] == 1 || (axis == cut && span == 1);
    }

    /**
     * Gives the rows of the batch that have each index on an axis, in order. Where an axis is run through several times
     * only the first time is given: {@link #repeat} copies it.
     */
    void runs(int axis, Run run) {
        if (axis < cut) {
            run.rows(selected[axis][at[axis]], 0, most());
            return;
        }
        int inner = inner(axis);
        int end = axis == cut ? Math.min(lengths[cut], at[cut] + span) : lengths[axis];
        for (int i = at[axis]; i < end; i++) {
            int from = (i - at[axis]) * inner;
            run.rows(selected[axis][i], from, from + inner);
        }
    }

    /**
     * Copies the rows that {@link #runs} gave to all other rows of the batch.
     *
     * @param column an array of at least {@link #most} rows
     */
    void repeat(int axis, Object column) {
        if (axis <= cut) {
            return;
        }
        int done = lengths[axis] * inner(axis);
        int most = most();
        while (done < most) {
            int more = Math.min(done, most - done);
            System.arraycopy(column, 0, column, done, more);
            done += more;
        }
    }

    /** Returns the index of each cell on an axis; not to be changed. */
    int[] indexes(int axis) {
        if (indexKeys[axis] != key(axis)) {
            int[] column = indexes[axis].length == 0 ? new int[most()] : indexes[axis];
            runs(axis, (index, from, to) -> Arrays.fill(column, from, to, index));
            repeat(axis, column);
            indexes[axis] = column;
            indexKeys[axis] = key(axis);
        }
        return indexes[axis];
    }

    /** Tells whether the cells lie one behind the other in the window's row-major order. */
    boolean isDense() {
        for (int axis = cut; axis < lengths.length; axis++) {
            if (selected[axis][lengths[axis] - 1] - selected[axis][0] != lengths[axis] - 1) {
                return false;
            }
        }
        return true;
    }

    /** Returns the place of the first cell in the window's row-major order. */
    int start() {
        int start = 0;
        for (int axis = 0; axis <= cut; axis++) {
            start += (selected[axis][at[axis]] - selected[axis][0]) * strides[axis];
        }
        return start;
    }

    /** Returns how far behind the first cell each cell lies in the window's row-major order; not to be changed. */
    int[] gaps() {
        if (gapKey != key(cut)) {
            int[] found = new int[most()];
            for (int axis = cut; axis < lengths.length; axis++) {
                int[] along = indexes(axis);
                int first = selected[axis][at[axis]];
                for (int row = 0; row < count(); row++) {
                    found[row] += (along[row] - first) * strides[axis];
                }
            }
            gaps = found;
            gapKey = key(cut);
        }
        return gaps;
    }
}
