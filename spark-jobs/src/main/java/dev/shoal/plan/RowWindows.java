package dev.shoal.plan;

import java.util.Iterator;
import java.util.NoSuchElementException;

/** Cuts an array into windows of a bounded number of cells that follow each other in row-major order. */
public final class RowWindows implements Iterator<Window> {

    private final long[] shape;
    private final int splitAxis;
    private final long span;
    private final long[] next;
    private boolean more;

    /**
     * Begins at the first cell.
     *
     * @param shape lengths of the axes, slowest first
     * @param most cells of a window, at least 1
     */
    public RowWindows(long[] shape, long most) {
        this.shape = shape.clone();
        int axis = shape.length - 1;
        long inner = 1;
        while (axis > 0 && inner * shape[axis] <= most) {
            inner *= shape[axis];
            axis--;
        }
        this.splitAxis = axis;
        this.span = Math.max(1, most / Math.max(1, inner));
        this.next = new long[shape.length];
        this.more = !Window.whole(shape).isEmpty();
    }

    @Override
    public boolean hasNext() {
        return more;
    }

    @Override
    public Window next() {
        if (!more) {
            throw new NoSuchElementException();
        }
        long[] start = next.clone();
        long[] end = shape.clone();
        for (int axis = 0; axis < splitAxis; axis++) {
            end[axis] = start[axis] + 1;
        }
        if (splitAxis >= 0) {
            end[splitAxis] = Math.min(start[splitAxis] + span, shape[splitAxis]);
        }
        advance(end);
        return new Window(start, end);
    }

    private void advance(long[] end) {
        int axis = splitAxis;
        if (axis >= 0) {
            next[axis] = end[axis];
        }
        while (axis > 0 && next[axis] == shape[axis]) {
            next[axis] = 0;
            axis--;
            next[axis]++;
        }
        more = axis >= 0 && next[axis] < shape[axis];
    }
}
