package dev.shoal.regrid;

import java.util.Arrays;

/** Collects weights target cell by target cell, in row-major order. */
final class WeightList {
    private final int[] rowStart;
    private int[] column;
    private double[] weight;
    private int cells;
    private int entries;

    /** Makes room for a number of target cells with at most this many weights each. */
    WeightList(int cells, int perCell) {
        int room = Math.multiplyExact(cells, perCell);
        rowStart = new int[cells + 1];
        column = new int[room];
        weight = new double[room];
    }

    /** Adds a contribution to the cell that is being collected. */
    void add(int source, double share) {
        column[entries] = source;
        weight[entries] = share;
        entries++;
    }

    /** Goes on to the next target cell. */
    void endCell() {
        cells++;
        rowStart[cells] = entries;
    }

    Weights toWeights(int sourceRows, int sourceColumns, GridWindow target) {
        if (entries < column.length) {
            column = Arrays.copyOf(column, entries);
            weight = Arrays.copyOf(weight, entries);
        }
        return new Weights(sourceRows, sourceColumns, target, rowStart, column, weight);
    }
}
