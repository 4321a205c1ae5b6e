package dev.shoal.plan;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

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

    private static final int FEW_AXES = 4;
    private static final long MOST_PARTS = 8;

    /** Copies the box; refuses one of another rank. */
    public ChunkBoxes {
        box = new ChunkGrid(counts(target), box).chunk();
    }

    /**
     * Chooses boxes that take little time: those for which source chunks are read seldom, but not fewer than there are
     * cores if more reads cost less; the smallest of them that are worth a task. Looks at lengths of powers of two,
     * whole parts of an axis up to an eighth, and what covers a source chunk.
     *
     * @param sourceChunk lengths of what is read at once on each axis, at least 1
     * @param shifted the axis on which source chunks may begin anywhere, or -1; on the others they begin at 0
     * @param cellBytes bytes of a cell, decoded
     */
    public static ChunkBoxes choose(
            ChunkGrid target, long[] sourceChunk, int shifted, long cellBytes, BoxBudget budget) {
        long[] ones = new long[target.rank()];
        Arrays.fill(ones, 1);
        Choice choice = new Choice(new ChunkBoxes(target, ones), sourceChunk, shifted, cellBytes, budget);
        choice.walk(0, ones.clone());
        return choice.best();
    }

    /** The boxes to choose from: the first, and all others that fit. */
    private static final class Choice {

        /** So much longer than the soonest may boxes take that are better otherwise. */
        private static final double SLACK = 1.1;

        private final long[] sourceChunk;
        private final int shifted;
        private final long cellBytes;
        private final BoxBudget budget;
        private final List<ChunkBoxes> all;

        Choice(ChunkBoxes first, long[] sourceChunk, int shifted, long cellBytes, BoxBudget budget) {
            this.all = new ArrayList<>(List.of(first));
            this.sourceChunk = sourceChunk;
            this.shifted = shifted;
            this.cellBytes = cellBytes;
            this.budget = budget;
        }

        void walk(int axis, long[] box) {
            ChunkBoxes boxes = new ChunkBoxes(all.get(0).target, box);
            if (boxes.boxCells() * cellBytes > budget.bytes()) {
                return;
            }
            if (axis == box.length) {
                all.add(boxes);
                return;
            }
            for (long length : boxes.lengths(axis, sourceChunk[axis])) {
                box[axis] = length;
                walk(axis + 1, box);
            }
            box[axis] = 1;
        }

        /** Returns, of those that take hardly longer than the soonest, the one of the least waste. */
        ChunkBoxes best() {
            double soonest = all.stream().mapToDouble(this::time).min().orElseThrow();
            return all.stream()
                    .filter(boxes -> time(boxes) <= SLACK * soonest)
                    .min(Comparator.comparingDouble(this::waste)
                            .thenComparing(
                                    (one, other) -> one.equals(other) ? 0 : one.isLongerOnFastAxes(other) ? -1 : 1))
                    .orElseThrow();
        }

        /** Reading a chunk and writing one take about as long. */
        private double time(ChunkBoxes boxes) {
            return (boxes.meanReads(sourceChunk, shifted) + 1) / Math.min(budget.cores(), boxes.count());
        }

        /** Boxes that are worth a task come first, the smallest of them; then the others, the largest of them. */
        private double waste(ChunkBoxes boxes) {
            double size = boxes.boxCells() * cellBytes;
            return size >= SMALL_BYTES ? size : Double.MAX_VALUE / (1 + size);
        }
    }

    private boolean isLongerOnFastAxes(ChunkBoxes other) {
        for (int axis = box.length - 1; axis >= 0; axis--) {
            if (box[axis] != other.box[axis]) {
                return box[axis] > other.box[axis];
            }
        }
        return false;
    }

    /** Returns the lengths to look at: powers of two, parts of the axis, and what covers a source chunk. */
    private long[] lengths(int axis, long source) {
        long count = Math.max(1, target.count(axis));
        TreeSet<Long> lengths = new TreeSet<>(List.of(1L, count));
        lengths.add(Math.min(count, (source - 1) / target.chunk()[axis] + 1));
        lengths.add(Math.min(count, (source - 1) / target.chunk()[axis] + 2));
        if (box.length <= FEW_AXES) {
            for (long more = 2; more < count; more *= 2) {
                lengths.add(more);
            }
            for (long parts = 2; parts <= MOST_PARTS; parts++) {
                lengths.add((count - 1) / parts + 1);
            }
        }
        return lengths.stream().mapToLong(Long::longValue).toArray();
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

    /** Returns how many boxes touch a source chunk, on the average: boxes that do not end where one ends cut some. */
    private double meanReads(long[] sourceChunk, int shifted) {
        double reads = 1;
        for (int axis = 0; axis < box.length; axis++) {
            double cut = 1 + (sourceChunk[axis] - 1.0) / (box[axis] * target.chunk()[axis]);
            reads *= Math.min((double) reads(axis, sourceChunk[axis], shifted), cut);
        }
        return reads;
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
