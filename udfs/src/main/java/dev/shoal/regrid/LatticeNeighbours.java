package dev.shoal.regrid;

import java.util.Arrays;

/**
 * The up to eight cells around a cell of a grid with rows: those beside it, and those beside them the other way.
 *
 * @param lattice of the grid
 */
record LatticeNeighbours(Lattice lattice) implements CellNeighbours {
    private static final int MOST = 12;

    @Override
    public int[] of(int cell) {
        int[] found = new int[MOST];
        int count = 0;
        for (int side = 0; side < Lattice.SIDES; side++) {
            int beside = lattice.beside(cell, side);
            if (beside >= 0) {
                found[count++] = beside;
                found[count++] = lattice.beside(beside, side ^ 1);
                found[count++] = lattice.beside(beside, side ^ 3);
            }
        }
        return Arrays.stream(found, 0, count)
                .filter(other -> other >= 0 && other != cell)
                .sorted()
                .distinct()
                .toArray();
    }
}
