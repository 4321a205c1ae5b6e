package dev.shoal.plan;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Optional;

/**
 * A half-open box of indexes in an n-dimensional array, slowest axis first.
 *
 * @param start first index on each axis; copied in, not to be changed by the receiver
 * @param end one past the last index on each axis, never before {@code start}; copied in
 */
public record Window(long[] start, long[] end) implements Serializable {

    /** Refuses boxes of two ranks, negative starts, and ends before their starts. */
    public Window {
        if (start.length != end.length) {
            throw new IllegalArgumentException("Cannot make a window: start has rank " + start.length
                    + " and end has rank " + end.length + ", expected the same.");
        }
        for (int axis = 0; axis < start.length; axis++) {
            if (start[axis] < 0 || end[axis] < start[axis]) {
                throw new IllegalArgumentException("Cannot make a window: axis " + axis + " runs from " + start[axis]
                        + " to " + end[axis] + ", expected 0 <= start <= end.");
            }
        }
        start = start.clone();
        end = end.clone();
    }

    /** Returns the box that covers an array of this shape. */
    public static Window whole(long... shape) {
        return new Window(new long[shape.length], shape);
    }

    /** Returns the box that begins at {@code start} and has this shape. */
    public static Window at(long[] start, long[] shape) {
        long[] end = start.clone();
        for (int axis = 0; axis < end.length; axis++) {
            end[axis] += shape[axis];
        }
        return new Window(start, end);
    }

    /** Returns the number of axes. */
    public int rank() {
        return start.length;
    }

    /** Returns the first index on one axis. */
    public long start(int axis) {
        return start[axis];
    }

    /** Returns one past the last index on one axis. */
    public long end(int axis) {
        return end[axis];
    }

    /** Returns the number of indexes on one axis. */
    public long length(int axis) {
        return end[axis] - start[axis];
    }

    /** Returns the number of indexes on each axis, in a new array. */
    public long[] shape() {
        long[] shape = new long[rank()];
        for (int axis = 0; axis < shape.length; axis++) {
            shape[axis] = length(axis);
        }
        return shape;
    }

    /** Returns the number of cells; 1 for rank 0. Fails with {@link ArithmeticException} past 2^63. */
    public long size() {
        long size = 1;
        for (int axis = 0; axis < rank(); axis++) {
            size = Math.multiplyExact(size, length(axis));
        }
        return size;
    }

    /** Tells whether the box holds no cell. */
    public boolean isEmpty() {
        return size() == 0;
    }

    /** Tells whether every cell of {@code other} lies in this box. */
    public boolean contains(Window other) {
        for (int axis = 0; axis < rank(); axis++) {
            if (other.start[axis] < start[axis] || other.end[axis] > end[axis]) {
                return false;
            }
        }
        return true;
    }

    /** Returns the cells that both boxes hold, or nothing where they share none. */
    public Optional<Window> intersect(Window other) {
        long[] low = new long[rank()];
        long[] high = new long[rank()];
        for (int axis = 0; axis < rank(); axis++) {
            low[axis] = Math.max(start[axis], other.start[axis]);
            high[axis] = Math.min(end[axis], other.end[axis]);
            if (high[axis] <= low[axis]) {
                return Optional.empty();
            }
        }
        return Optional.of(new Window(low, high));
    }

    /** Returns the same box with one axis replaced. */
    public Window with(int axis, long from, long to) {
        long[] low = start.clone();
        long[] high = end.clone();
        low[axis] = from;
        high[axis] = to;
        return new Window(low, high);
    }

    /** Returns this box as seen from {@code origin}, which must not lie after its start on any axis. */
    public Window relativeTo(long... origin) {
        long[] low = start.clone();
        long[] high = end.clone();
        for (int axis = 0; axis < rank(); axis++) {
            low[axis] -= origin[axis];
            high[axis] -= origin[axis];
        }
        return new Window(low, high);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Window window && Arrays.equals(start, window.start) && Arrays.equals(end, window.end);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(start) + Arrays.hashCode(end);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("[");
        for (int axis = 0; axis < rank(); axis++) {
            text.append(axis == 0 ? "" : ", ").append(start[axis]).append(':').append(end[axis]);
        }
        return text.append(']').toString();
    }
}
