package dev.shoal.netcdf;

import dev.shoal.plan.Window;
import java.io.IOException;

/**
 * The cells that two row-major arrays share, walked as rows that are as long as both arrays allow.
 *
 * @param from the cells of the source array
 * @param to the cells of the target array
 * @param cells inside both
 */
public record Overlap(Frame from, Frame to, Window cells) {

    /** Receives rows; positions count elements from the begin of the source and of the target. */
    @FunctionalInterface
    public interface Row {

        /** Receives a row. */
        void copy(long from, long to, long count) throws IOException;
    }

    /** Calls {@code row} for every row, in ascending order of both positions. */
    public void each(Row row) throws IOException {
        if (cells.isEmpty()) {
            return;
        }
        int axis = cells.rank();
        long count = 1;
        while (axis > 0 && whole(axis)) {
            axis--;
            count *= cells.length(axis);
        }
        long[] fromStrides = from.strides();
        long[] toStrides = to.strides();
        long[] at = cells.start().clone();
        while (true) {
            row.copy(from.position(at, fromStrides), to.position(at, toStrides), count);
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
            if (cells.length(inner) != from.shape()[inner] || cells.length(inner) != to.shape()[inner]) {
                return false;
            }
        }
        return true;
    }
}
