package dev.shoal.netcdf;

import dev.shoal.plan.Window;
import java.io.IOException;

/**
 * The cells that two row-major arrays share, walked as rows that are as long as both arrays allow.
 *
 * @param from where the source array lies, in the cells of the variable
 * @param to where the target array lies
 * @param cells inside both
 */
record Overlap(Window from, Window to, Window cells) {

    /** Receives rows; positions count elements from the begin of the source and of the target. */
    @FunctionalInterface
    interface Row {
        void copy(long from, long to, long count) throws IOException;
    }

    /** Calls {@code row} for every row, in ascending order of both positions. */
    void each(Row row) throws IOException {
        if (cells.isEmpty()) {
            return;
        }
        int axis = cells.rank();
        long count = 1;
        while (axis > 0 && whole(axis)) {
            axis--;
            count *= cells.length(axis);
        }
        long[] fromStride = strides(from);
        long[] toStride = strides(to);
        long[] at = cells.start().clone();
        while (true) {
            row.copy(position(at, from, fromStride), position(at, to, toStride), count);
            int step = axis - 1;
            while (step >= 0 && ++at[step] == cells.end(step)) {
                at[step] = cells.start(step);
                step--;
            }
            if (step < 0) {
                return;
            }
        }
    }

    /** Tells whether rows along this axis lie end to end in both arrays. */
    private boolean whole(int axis) {
        for (int inner = axis; inner < cells.rank(); inner++) {
            if (cells.length(inner) != from.length(inner) || cells.length(inner) != to.length(inner)) {
                return false;
            }
        }
        return true;
    }

    private static long[] strides(Window box) {
        long[] strides = new long[box.rank()];
        long stride = 1;
        for (int axis = strides.length - 1; axis >= 0; axis--) {
            strides[axis] = stride;
            stride *= box.length(axis);
        }
        return strides;
    }

    private static long position(long[] at, Window box, long[] strides) {
        long position = 0;
        for (int axis = 0; axis < at.length; axis++) {
            position += (at[axis] - box.start(axis)) * strides[axis];
        }
        return position;
    }
}
