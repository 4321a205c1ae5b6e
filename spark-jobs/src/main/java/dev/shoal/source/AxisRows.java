package dev.shoal.source;

import java.util.OptionalInt;

/** How the rows of batches follow the index on one axis, or on none, where all cells have one value. */
final class AxisRows {

    private final OptionalInt axis;
    private long key = -1;

    AxisRows(OptionalInt axis) {
        this.axis = axis;
    }

    /** Starts another block: what was written belongs to the one before. */
    void start() {
        key = -1;
    }

    /**
     * Writes a column anew, but only where the batch has other indexes than that written last.
     *
     * @param column an array of at least {@link CellCursor#most} rows
     * @param run writes the rows of one index to the column
     */
    void write(CellCursor cursor, Object column, CellCursor.Run run) {
        long wanted = axis.isPresent() ? cursor.key(axis.getAsInt()) : 0;
        if (wanted == key) {
            return;
        }
        if (axis.isPresent()) {
            cursor.runs(axis.getAsInt(), run);
            cursor.repeat(axis.getAsInt(), column);
        } else {
            run.rows(0, 0, cursor.most());
        }
        key = wanted;
    }

    /** Tells whether all rows of the batch have one index. */
    boolean isUniform(CellCursor cursor) {
        return axis.isEmpty() || cursor.isFixed(axis.getAsInt());
    }
}
