package dev.shoal.plan;

import java.io.Serializable;
import java.util.Arrays;

/**
 * Which axis of a stored array is which.
 *
 * @param rank number of axes; those not named have length 1
 * @param time position of time, or -1
 * @param vertical position of the vertical axis, or -1
 * @param y position of the rows; -1 where cells have no rows, of which there is one then
 * @param x position of the columns
 */
public record FieldLayout(int rank, int time, int vertical, int y, int x) implements Serializable {

    /** Returns the box of these steps, levels, rows and columns in the order of the stored axes. */
    public Window window(Window steps, Window levels, Window rows, Window columns) {
        long[] start = new long[rank];
        long[] end = new long[rank];
        Arrays.fill(end, 1);
        place(start, end, time, steps);
        place(start, end, vertical, levels);
        place(start, end, y, rows);
        place(start, end, x, columns);
        return new Window(start, end);
    }

    private static void place(long[] start, long[] end, int axis, Window range) {
        if (axis >= 0) {
            start[axis] = range.start(0);
            end[axis] = range.end(0);
        }
    }

    /**
     * Returns, for a block of the stored order, how far apart neighbours along time, vertical, y and x lie.
     *
     * @param shape of the block, in stored order
     * @return four strides in elements; 0 for an axis that is not there
     */
    public int[] strides(long[] shape) {
        int[] byAxis = new int[rank];
        int stride = 1;
        for (int axis = rank - 1; axis >= 0; axis--) {
            byAxis[axis] = stride;
            stride = Math.toIntExact(stride * shape[axis]);
        }
        return new int[] {
            time < 0 ? 0 : byAxis[time], vertical < 0 ? 0 : byAxis[vertical], y < 0 ? 0 : byAxis[y], byAxis[x]
        };
    }
}
