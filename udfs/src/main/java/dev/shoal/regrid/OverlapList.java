package dev.shoal.regrid;

import java.util.Arrays;

/** Collects areas of overlap in any order of target cells, and makes weights of them. */
final class OverlapList {
    private static final int LARGEST = Integer.MAX_VALUE - 8;
    private static final int FIRST_ROOM = 1024;

    private int[] target = new int[FIRST_ROOM];
    private int[] source = new int[FIRST_ROOM];
    private double[] area = new double[FIRST_ROOM];
    private int entries;

    /** Adds an overlap in steradians; one pair of cells may come several times. */
    void add(int targetCell, int sourceCell, double steradians) {
        if (entries == target.length) {
            grow();
        }
        target[entries] = targetCell;
        source[entries] = sourceCell;
        area[entries] = steradians;
        entries++;
    }

    /**
     * Makes weights: the overlaps as shares of the target cells, sorted by source cell, several of a pair added up in
     * the order that they came in.
     *
     * @param targetArea of each cell of the window, taken over
     */
    Weights toWeights(Grid sourceGrid, GridWindow window, double[] targetArea) {
        return toWeights(sourceGrid.ny(), sourceGrid.nx(), window, targetArea);
    }

    /** Makes weights as above of a source of any shape. */
    Weights toWeights(int sourceRows, int sourceColumns, GridWindow window, double[] targetArea) {
        int[] rowStart = new int[targetArea.length + 1];
        for (int e = 0; e < entries; e++) {
            rowStart[target[e] + 1]++;
        }
        for (int cell = 0; cell < targetArea.length; cell++) {
            rowStart[cell + 1] += rowStart[cell];
        }
        int[] order = ordered(rowStart);
        WeightList list = new WeightList(targetArea.length, 0, entries);
        for (int cell = 0; cell < targetArea.length; cell++) {
            addCell(order, rowStart[cell], rowStart[cell + 1], targetArea[cell], list);
        }
        return list.toWeights(sourceRows, sourceColumns, window);
    }

    private void addCell(int[] order, int start, int end, double whole, WeightList list) {
        for (int k = start; k < end; ) {
            int cell = source[order[k]];
            double sum = 0;
            while (k < end && source[order[k]] == cell) {
                sum += area[order[k]];
                k++;
            }
            list.add(cell, sum / whole);
        }
        list.endCell(whole);
    }

    /** Returns the entries' places by target cell, then by source cell, then as they came. */
    private int[] ordered(int[] rowStart) {
        int[] next = Arrays.copyOf(rowStart, rowStart.length);
        int[] order = new int[entries];
        for (int e = 0; e < entries; e++) {
            order[next[target[e]]++] = e;
        }
        for (int cell = 0; cell + 1 < rowStart.length; cell++) {
            if (!isSorted(order, rowStart[cell], rowStart[cell + 1])) {
                sort(order, rowStart[cell], rowStart[cell + 1]);
            }
        }
        return order;
    }

    private boolean isSorted(int[] order, int start, int end) {
        for (int k = start + 1; k < end; k++) {
            if (source[order[k]] < source[order[k - 1]]) {
                return false;
            }
        }
        return true;
    }

    private void sort(int[] order, int start, int end) {
        long[] keys = new long[end - start];
        for (int k = start; k < end; k++) {
            keys[k - start] = ((long) source[order[k]] << Integer.SIZE) | order[k];
        }
        Arrays.sort(keys);
        for (int k = start; k < end; k++) {
            order[k] = (int) keys[k - start];
        }
    }

    private void grow() {
        if (entries == LARGEST) {
            throw new IllegalStateException("Cannot collect overlaps of cells: there are more than " + LARGEST
                    + ", expected as many as one array holds. Make weights for smaller windows of the target.");
        }
        int room = (int) Math.min(LARGEST, 2L * entries);
        target = Arrays.copyOf(target, room);
        source = Arrays.copyOf(source, room);
        area = Arrays.copyOf(area, room);
    }
}
