package dev.shoal.regrid;

/**
 * The up to eight cells around a cell of a grid with rows: those beside it, and those beside them the other way.
 *
 * @param lattice of the grid
 * @param kept which of several cells in one place is taken
 */
record LatticeNeighbours(Lattice lattice, KeptCells kept) implements CellNeighbours {
    private static final int MOST = 12;

    @Override
    public int[] of(int cell) {
        NeighbourSet found = new NeighbourSet(cell, MOST);
        for (int side = 0; side < Lattice.SIDES; side++) {
            int beside = lattice.beside(cell, side);
            if (beside >= 0) {
                add(found, beside);
                add(found, lattice.beside(beside, side ^ 1));
                add(found, lattice.beside(beside, side ^ 3));
            }
        }
        return found.toArray();
    }

    private void add(NeighbourSet found, int other) {
        if (other >= 0) {
            found.add(kept.of(other));
        }
    }
}
