package dev.shoal.regrid;

/**
 * Sums and counts of the valid values of blocks of cells: what means over blocks are made of, from level to level.
 *
 * <p>Law: sums of sums and sums of counts are those of all cells, so a mean made of them is the mean of the valid cells
 * themselves, however many of them are missing; a mean of means is not.
 */
public final class BlockSums {

    private final int[] shape;
    private final double[] sums;
    private final int[] counts;

    /**
     * Makes sums of nothing.
     *
     * @param shape lengths of the axes, slowest first, of rank 1 and more; copied in
     */
    public BlockSums(int... shape) {
        this.shape = shape.clone();
        int size = 1;
        for (int length : shape) {
            size = Math.multiplyExact(size, length);
        }
        this.sums = new double[size];
        this.counts = new int[size];
    }

    /** Receives how a row of finer cells falls into a row of this one's cells. */
    private interface Row {
        void add(int finer, int row);
    }

    /**
     * Adds values of finer cells.
     *
     * @param values row-major, of shape {@code lengths}; NaN means missing; not changed
     * @param offset place of the first of them on each axis, in finer cells from the begin of this one's first cell
     * @param factors finer cells of a cell on each axis
     */
    public void add(double[] values, int[] lengths, int[] offset, int[] factors) {
        int[] columns = columns(lengths, offset, factors);
        rows(lengths, offset, factors, (finer, row) -> {
            for (int i = 0; i < columns.length; i++) {
                double value = values[finer + i];
                if (!Double.isNaN(value)) {
                    int cell = row + columns[i];
                    sums[cell] += value;
                    counts[cell]++;
                }
            }
        });
    }

    /**
     * Adds the sums of finer cells.
     *
     * @param finer not changed
     * @param offset place of its first cell on each axis, in finer cells from the begin of this one's first cell
     * @param factors finer cells of a cell on each axis
     */
    public void add(BlockSums finer, int[] offset, int[] factors) {
        int[] columns = columns(finer.shape, offset, factors);
        rows(finer.shape, offset, factors, (first, row) -> {
            for (int i = 0; i < columns.length; i++) {
                int cell = row + columns[i];
                sums[cell] += finer.sums[first + i];
                counts[cell] += finer.counts[first + i];
            }
        });
    }

    private static int[] columns(int[] lengths, int[] offset, int[] factors) {
        int last = lengths.length - 1;
        int[] columns = new int[lengths[last]];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = (offset[last] + i) / factors[last];
        }
        return columns;
    }

    private void rows(int[] lengths, int[] offset, int[] factors, Row receiver) {
        int last = lengths.length - 1;
        int[] index = new int[lengths.length];
        int size = 1;
        for (int length : lengths) {
            size *= length;
        }
        for (int finer = 0; finer < size; finer += lengths[last]) {
            int row = 0;
            for (int axis = 0; axis < last; axis++) {
                row = row * shape[axis] + (offset[axis] + index[axis]) / factors[axis];
            }
            receiver.add(finer, row * shape[last]);
            for (int axis = last - 1; axis >= 0 && ++index[axis] == lengths[axis]; axis--) {
                index[axis] = 0;
            }
        }
    }

    /** Returns the lengths of the axes, in a new array. */
    public int[] shape() {
        return shape.clone();
    }

    /** Returns the number of cells. */
    public int size() {
        return sums.length;
    }

    /** Returns the sum of a cell's valid values. */
    public double sum(int cell) {
        return sums[cell];
    }

    /** Returns the number of a cell's valid values. */
    public int count(int cell) {
        return counts[cell];
    }

    /** Puts what is known of a cell from elsewhere. */
    public void put(int cell, double sum, int count) {
        sums[cell] = sum;
        counts[cell] = count;
    }
}
