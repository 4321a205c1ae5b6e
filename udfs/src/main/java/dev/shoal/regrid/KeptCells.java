package dev.shoal.regrid;

/** Which cell of a grid is taken where several are in the same place. */
interface KeptCells {

    /** Returns the cell that is taken for a cell, often itself; -1 where there is none. */
    int of(int cell);
}
