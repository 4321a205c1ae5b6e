package dev.shoal.netcdf;

import dev.shoal.plan.Window;

/**
 * The cells that an array holds, in the cells of a variable. Unlike a window it may begin before the variable's first
 * cell: what lies there comes from elsewhere.
 *
 * @param origin the cell of the array's first element; copied in
 * @param shape lengths of the array's axes, slowest first; copied in
 */
public record Frame(long[] origin, long[] shape) {

    /** Copies its arguments; refuses two ranks. */
    public Frame {
        if (origin.length != shape.length) {
            throw new IllegalArgumentException("Cannot make a frame: the origin has rank " + origin.length
                    + " and the shape has rank " + shape.length + ", expected the same.");
        }
        origin = origin.clone();
        shape = shape.clone();
    }

    /** Returns the frame of an array that holds a window. */
    public static Frame of(Window window) {
        return new Frame(window.start(), window.shape());
    }

    /** Returns the elements from one index to the next on each axis. */
    long[] strides() {
        long[] strides = new long[shape.length];
        long stride = 1;
        for (int axis = strides.length - 1; axis >= 0; axis--) {
            strides[axis] = stride;
            stride *= shape[axis];
        }
        return strides;
    }

    /** Returns the position of a cell's element. */
    long position(long[] cell, long[] strides) {
        long position = 0;
        for (int axis = 0; axis < cell.length; axis++) {
            position += (cell[axis] - origin[axis]) * strides[axis];
        }
        return position;
    }
}
