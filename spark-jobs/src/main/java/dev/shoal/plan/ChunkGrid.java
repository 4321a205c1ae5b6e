package dev.shoal.plan;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * A regular division of an n-dimensional array into chunks; the last chunk of an axis may stand over its end.
 *
 * @param shape length of each axis, slowest first; copied in
 * @param chunk length of a chunk on each axis, at least 1; copied in
 */
public record ChunkGrid(long[] shape, long[] chunk) implements Serializable {

    /** Refuses ranks that differ, negative lengths and chunks below 1. */
    public ChunkGrid {
        if (shape.length != chunk.length) {
            throw new IllegalArgumentException("Cannot make a chunk grid: shape has rank " + shape.length
                    + " and chunk has rank " + chunk.length + ", expected the same.");
        }
        for (int axis = 0; axis < shape.length; axis++) {
            if (shape[axis] < 0 || chunk[axis] < 1) {
                throw new IllegalArgumentException("Cannot make a chunk grid: axis " + axis + " has length "
                        + shape[axis] + " in chunks of " + chunk[axis] + ", expected length >= 0 and chunk >= 1.");
            }
        }
        shape = shape.clone();
        chunk = chunk.clone();
    }

    /** Returns the number of axes. */
    public int rank() {
        return shape.length;
    }

    /** Returns the number of chunks along one axis. */
    public long count(int axis) {
        return (shape[axis] + chunk[axis] - 1) / chunk[axis];
    }

    /** Returns the number of chunks in all. */
    public long count() {
        long count = 1;
        for (int axis = 0; axis < rank(); axis++) {
            count = Math.multiplyExact(count, count(axis));
        }
        return count;
    }

    /** Returns the cells of a chunk, cut off at the end of the array. */
    public Window window(long... index) {
        long[] start = new long[rank()];
        long[] end = new long[rank()];
        for (int axis = 0; axis < rank(); axis++) {
            start[axis] = index[axis] * chunk[axis];
            end[axis] = Math.min(start[axis] + chunk[axis], shape[axis]);
        }
        return new Window(start, end);
    }

    /** Returns the chunk indexes that share a cell with {@code cells}, as a box of chunk indexes. */
    public Window touching(Window cells) {
        long[] start = new long[rank()];
        long[] end = new long[rank()];
        for (int axis = 0; axis < rank(); axis++) {
            start[axis] = cells.start(axis) / chunk[axis];
            end[axis] = cells.length(axis) == 0
                    ? start[axis]
                    : Math.min((cells.end(axis) - 1) / chunk[axis] + 1, count(axis));
        }
        return new Window(start, end);
    }

    /** Returns the chunk index of an ordinal in row-major order. */
    public long[] index(long ordinal) {
        long[] index = new long[rank()];
        long rest = ordinal;
        for (int axis = rank() - 1; axis >= 0; axis--) {
            index[axis] = rest % count(axis);
            rest /= count(axis);
        }
        return index;
    }

    /** Returns the row-major ordinal of a chunk index. */
    public long ordinal(long... index) {
        long ordinal = 0;
        for (int axis = 0; axis < rank(); axis++) {
            ordinal = ordinal * count(axis) + index[axis];
        }
        return ordinal;
    }

    /** Walks a box of indexes in row-major order; each step is a new array. */
    public static Iterable<long[]> walk(Window box) {
        return () -> new Walk(box);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ChunkGrid grid && Arrays.equals(shape, grid.shape) && Arrays.equals(chunk, grid.chunk);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(shape) + Arrays.hashCode(chunk);
    }

    @Override
    public String toString() {
        return Arrays.toString(shape) + " in chunks of " + Arrays.toString(chunk);
    }

    private static final class Walk implements Iterator<long[]> {
        private final Window box;
        private final long[] next;
        private boolean more;

        Walk(Window box) {
            this.box = box;
            this.next = box.start().clone();
            this.more = !box.isEmpty();
        }

        @Override
        public boolean hasNext() {
            return more;
        }

        @Override
        public long[] next() {
            if (!more) {
                throw new NoSuchElementException();
            }
            long[] current = next.clone();
            int axis = box.rank() - 1;
            while (axis >= 0 && ++next[axis] == box.end(axis)) {
                next[axis] = box.start(axis);
                axis--;
            }
            more = axis >= 0;
            return current;
        }
    }
}
