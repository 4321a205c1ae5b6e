package dev.shoal.plan;

import java.io.Serializable;
import java.util.Arrays;

/**
 * The levels of one array: level 0 is the array, a cell of level k is a block of cells of level k - 1. Chunks have the
 * same lengths on all levels, so a chunk of one level is made of whole chunks of the level below wherever the factors
 * reach, and of all of them at the end of an axis.
 *
 * @param shape of level 0; copied in
 * @param chunk of all levels; copied in
 * @param factors cells of the level below in a cell, on each axis; 1 where levels keep the axis; copied in
 * @param levels above level 0
 */
public record PyramidGrid(long[] shape, long[] chunk, int[] factors, int levels) implements Serializable {

    /** Bytes of a sum and a count. */
    private static final int SUM_BYTES = Double.BYTES + Integer.BYTES;

    private static final int MOST_LEVELS = 30;

    /** Refuses factors below 1, and levels whose cells are of too many cells to be counted. */
    public PyramidGrid {
        shape = shape.clone();
        chunk = chunk.clone();
        factors = factors.clone();
        double cells = 1;
        boolean fits = factors.length == shape.length && levels >= 0 && levels <= MOST_LEVELS;
        for (int factor : factors) {
            fits &= factor >= 1;
            cells *= Math.pow(factor, levels);
        }
        if (!fits || cells > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(levels + " levels by factors " + Arrays.toString(factors)
                    + ", expected cells of fewer than 2^31 cells of level 0");
        }
    }

    /** Returns the chunks of a level. */
    public ChunkGrid grid(int level) {
        long[] lengths = shape.clone();
        for (int axis = 0; axis < lengths.length; axis++) {
            long block = block(level, axis);
            lengths[axis] = (lengths[axis] + block - 1) / block;
        }
        return new ChunkGrid(lengths, chunk);
    }

    /** Returns the cells of level 0 in a whole cell of a level, along an axis. */
    public long block(int level, int axis) {
        long block = 1;
        for (int step = 0; step < level; step++) {
            block *= factors[axis];
        }
        return block;
    }

    /** Returns the cells of another level below that a box of a level is made of. */
    public Window below(int level, Window box, int lower) {
        long[] end = box.end().clone();
        long[] start = box.start().clone();
        for (int axis = 0; axis < end.length; axis++) {
            long block = block(level - lower, axis);
            start[axis] *= block;
            end[axis] = Math.min(end[axis] * block, grid(lower).shape()[axis]);
        }
        return new Window(start, end);
    }

    /** Returns the cells of level 0 that one cell of a level is made of. */
    public long cells(int level, long... cell) {
        long[] end = cell.clone();
        for (int axis = 0; axis < end.length; axis++) {
            end[axis]++;
        }
        return below(level, new Window(cell, end), 0).size();
    }

    /** Returns the highest level that has so many chunks, or level 1 where none has. */
    public int levelOf(int chunks) {
        int level = levels;
        while (level > 1 && grid(level).count() < chunks) {
            level--;
        }
        return level;
    }

    /**
     * Returns the most bytes of a task that makes a chunk of the highest level: sums and counts of one chunk of each
     * level, and a chunk on its way in and out.
     *
     * @param elementBytes of a cell of level 0 with all that is read beside it
     */
    public double taskBytes(int elementBytes) {
        double bytes = cells(0) * (2.0 * elementBytes + Double.BYTES);
        double most = 0;
        for (int level = 1; level <= levels; level++) {
            bytes += cells(level) * SUM_BYTES;
            most = Math.max(most, cells(level) * 4 * Double.BYTES);
        }
        return bytes + most;
    }

    private double cells(int level) {
        double cells = 1;
        long[] lengths = grid(level).shape();
        for (int axis = 0; axis < lengths.length; axis++) {
            cells *= Math.min(lengths[axis], chunk[axis]);
        }
        return cells;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PyramidGrid grid
                && Arrays.equals(shape, grid.shape)
                && Arrays.equals(chunk, grid.chunk)
                && Arrays.equals(factors, grid.factors)
                && levels == grid.levels;
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(shape) + Arrays.hashCode(factors) + levels;
    }

    @Override
    public String toString() {
        return levels + " levels above " + grid(0) + " by " + Arrays.toString(factors);
    }
}
