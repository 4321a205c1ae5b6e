package dev.shoal.plan;

import java.util.Arrays;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * The boxes of whole chunks that a plan looks at: on each axis one chunk, twice, four times as many and so on, as many
 * as cover a chunk of the other grid, and all.
 *
 * @param chunks the grid that boxes are of whole chunks of
 * @param other the grid on the other side
 * @param mostCells most cells of a box inside the array
 */
record BoxChoices(ChunkGrid chunks, ChunkGrid other, double mostCells) {

    private static final int FEW_AXES = 4;

    /** Gives every box that is not too large, in no order that matters; the array is the receiver's. */
    void each(Consumer<long[]> receiver) {
        long[][] lengths = new long[chunks.rank()][];
        double least = 1;
        for (int axis = 0; axis < lengths.length; axis++) {
            lengths[axis] = lengths(axis);
            least *= inside(axis, lengths[axis][0]);
        }
        walk(lengths, 0, new long[chunks.rank()], least, receiver);
    }

    private void walk(long[][] lengths, int axis, long[] box, double cells, Consumer<long[]> receiver) {
        if (cells > mostCells) {
            return;
        }
        if (axis == box.length) {
            receiver.accept(box.clone());
            return;
        }
        double others = cells / inside(axis, lengths[axis][0]);
        for (long length : lengths[axis]) {
            box[axis] = length;
            walk(lengths, axis + 1, box, others * inside(axis, length), receiver);
        }
    }

    private double inside(int axis, long length) {
        return Math.max(1, Math.min(length, chunks.shape()[axis]));
    }

    private long[] lengths(int axis) {
        long chunk = chunks.chunk()[axis];
        long count = Math.max(1, chunks.count(axis));
        TreeSet<Long> times = new TreeSet<>(Arrays.asList(1L, count));
        times.add(Math.min(count, (other.chunk()[axis] - 1) / chunk + 1));
        if (chunks.rank() <= FEW_AXES) {
            for (long more = 2; more < count; more *= 2) {
                times.add(more);
            }
        }
        return times.stream().mapToLong(many -> many * chunk).toArray();
    }
}
