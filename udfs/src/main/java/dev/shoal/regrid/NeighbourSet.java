package dev.shoal.regrid;

import java.util.Arrays;

/** A few numbers of cells around one, rising, each once. */
final class NeighbourSet {
    private final int middle;
    private int[] cell;
    private int count;

    /** Starts with none around a cell, which is never added. */
    NeighbourSet(int middle, int room) {
        this.middle = middle;
        this.cell = new int[room];
    }

    /** Adds a cell; nothing where it is there, the one in the middle, or below 0. */
    void add(int other) {
        if (other < 0 || other == middle) {
            return;
        }
        int place = count;
        while (place > 0 && cell[place - 1] >= other) {
            place--;
        }
        if (place < count && cell[place] == other) {
            return;
        }
        if (count == cell.length) {
            cell = Arrays.copyOf(cell, 2 * count + 4);
        }
        System.arraycopy(cell, place, cell, place + 1, count - place);
        cell[place] = other;
        count++;
    }

    int[] toArray() {
        return Arrays.copyOf(cell, count);
    }
}
