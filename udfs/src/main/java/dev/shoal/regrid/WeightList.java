package dev.shoal.regrid;

import java.util.Arrays;

/** Collects weights target cell by target cell, in row-major order. */
final class WeightList {
    private static final int LARGEST = Integer.MAX_VALUE - 8;

    private final int[] rowStart;
    private int[] column;
    private double[] weight;
    private double[] area = {};
    private int cells;
    private int entries;

    /** Makes room for a number of target cells with this many weights each; more is made where a cell has more. */
    WeightList(int cells, int perCell) {
        this(cells, perCell, 0);
    }

    /** Makes room for a number of target cells with this many weights each, and for more beside. */
    WeightList(int cells, int perCell, int more) {
        int room = Math.addExact(Math.multiplyExact(cells, perCell), more);
        rowStart = new int[cells + 1];
        column = new int[room];
        weight = new double[room];
    }

    /** Adds a contribution to the cell that is being collected. */
    void add(int source, double share) {
        if (entries == column.length) {
            grow();
        }
        column[entries] = source;
        weight[entries] = share;
        entries++;
    }

    /** Returns the number of contributions so far. */
    int entries() {
        return entries;
    }

    /** Goes on to the next target cell. */
    void endCell() {
        cells++;
        rowStart[cells] = entries;
    }

    /** Goes on to the next target cell; the one that ends has this area in steradians. */
    void endCell(double steradians) {
        if (area.length == 0) {
            area = new double[rowStart.length - 1];
        }
        area[cells] = steradians;
        endCell();
    }

    Weights toWeights(int sourceRows, int sourceColumns, GridWindow target) {
        if (entries < column.length) {
            column = Arrays.copyOf(column, entries);
            weight = Arrays.copyOf(weight, entries);
        }
        return new Weights(sourceRows, sourceColumns, target, rowStart, column, weight, area);
    }

    private void grow() {
        if (entries == LARGEST) {
            throw new IllegalStateException("Cannot collect weights of " + (rowStart.length - 1)
                    + " target cells: there are more than " + LARGEST
                    + ", expected as many as one array holds. Make them for smaller windows of the target.");
        }
        int room = (int) Math.min(LARGEST, Math.max(16, entries + (long) entries / 2));
        column = Arrays.copyOf(column, room);
        weight = Arrays.copyOf(weight, room);
    }
}
