package dev.shoal.plan;

import java.io.Serializable;
import java.util.Arrays;

/**
 * A division of an array's chunks into boxes of whole chunks, each the work of one task.
 *
 * <p>Laws: every chunk lies in exactly one box; a box holds no more bytes than it may, unless it is one chunk; a source
 * chunk is touched by at most {@link #reads} boxes.
 *
 * @param target the chunks that are written
 * @param box chunks of a box on each axis, at least 1; copied in
 */
public record ChunkBoxes(ChunkGrid target, long[] box) implements Serializable {

    /** Boxes of less are joined where they may be: a task costs some milliseconds too. */
    private static final long SMALL_BYTES = 4 << 20;

    /** Copies the box; refuses one of another rank. */
    public ChunkBoxes {
        box = new ChunkGrid(counts(target), box).chunk();
    }

    /**
     * Chooses boxes so that source chunks are read as seldom as the memory allows.
     *
     * @param sourceChunk lengths of what is read at once on each axis, at least 1
     * @param shifted the axis on which source chunks may begin anywhere, or -1; on the others they begin at 0
     * @param cellBytes bytes of a cell, decoded
     * @param mostBytes the most bytes of a box of several chunks
     */
    public static ChunkBoxes choose(ChunkGrid target, long[] sourceChunk, int shifted, long cellBytes, long mostBytes) {
        long[] ones = new long[target.rank()];
        Arrays.fill(ones, 1);
        ChunkBoxes boxes = new ChunkBoxes(target, ones);
        while (true) {
            ChunkBoxes grown = boxes.grown(sourceChunk, shifted, cellBytes, mostBytes);
            if (grown.equals(boxes)) {
                return boxes;
            }
            boxes = grown;
        }
    }

    /** Grows on the axis where most is read again, and where nothing is, on the fastest one while boxes are small. */
    private ChunkBoxes grown(long[] sourceChunk, int shifted, long cellBytes, long mostBytes) {
        boolean small = boxCells() * cellBytes < SMALL_BYTES;
        ChunkBoxes best = this;
        long most = small ? 0 : 1;
        for (int axis = target.rank() - 1; axis >= 0; axis--) {
            ChunkBoxes longer = longer(axis);
            long reads = reads(axis, sourceChunk[axis], shifted);
            if (reads > most && !longer.equals(this) && longer.boxCells() * cellBytes <= mostBytes) {
                best = longer;
                most = reads;
            }
        }
        return best;
    }

    private ChunkBoxes longer(int axis) {
        long[] longer = box.clone();
        longer[axis] = Math.min(2 * box[axis], Math.max(1, target.count(axis)));
        return new ChunkBoxes(target, longer);
    }

    private double boxCells() {
        double cells = 1;
        for (int axis = 0; axis < box.length; axis++) {
            cells *= Math.min(box[axis] * (double) target.chunk()[axis], (double) Math.max(1, target.shape()[axis]));
        }
        return cells;
    }

    private static long[] counts(ChunkGrid target) {
        long[] counts = new long[target.rank()];
        for (int axis = 0; axis < counts.length; axis++) {
            counts[axis] = target.count(axis);
        }
        return counts;
    }

    private ChunkGrid grid() {
        return new ChunkGrid(counts(target), box);
    }

    /** Returns the number of boxes. */
    public long count() {
        return grid().count();
    }

    /** Returns the place of a box among the boxes along one axis. */
    public long place(long ordinal, int axis) {
        return grid().index(ordinal)[axis];
    }

    /** Returns the chunks of a box, as a window of chunk indexes. */
    public Window chunks(long ordinal) {
        return grid().window(grid().index(ordinal));
    }

    /** Returns the cells of a box, cut off at the end of the array. */
    public Window cells(long ordinal) {
        Window chunks = chunks(ordinal);
        long[] start = new long[chunks.rank()];
        long[] end = new long[chunks.rank()];
        for (int axis = 0; axis < start.length; axis++) {
            start[axis] = chunks.start(axis) * target.chunk()[axis];
            end[axis] = Math.min(chunks.end(axis) * target.chunk()[axis], target.shape()[axis]);
        }
        return new Window(start, end);
    }

    /**
     * Returns the most boxes that touch one source chunk: so often is it read at most.
     *
     * @param sourceChunk and {@code shifted} as for {@link #choose}
     */
    public long reads(long[] sourceChunk, int shifted) {
        long reads = 1;
        for (int axis = 0; axis < box.length; axis++) {
            reads *= reads(axis, sourceChunk[axis], shifted);
        }
        return reads;
    }

    private long reads(int axis, long source, int shifted) {
        long length = box[axis] * target.chunk()[axis];
        long reads = (source + length - 2) / length + 1;
        if (axis != shifted && length % source == 0) {
            reads = 1;
        } else if (axis != shifted && source % length == 0) {
            reads = source / length;
        }
        return Math.max(1, Math.min(reads, grid().count(axis)));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ChunkBoxes boxes && target.equals(boxes.target) && Arrays.equals(box, boxes.box);
    }

    @Override
    public int hashCode() {
        return 31 * target.hashCode() + Arrays.hashCode(box);
    }

    @Override
    public String toString() {
        return target + " in boxes of " + Arrays.toString(box);
    }
}
