package dev.shoal.regrid;

/** Which cells surround a cell of a grid. Safe to share between threads. */
interface CellNeighbours {

    /** Returns the numbers of the cells that share an edge or a corner with a cell, rising, without itself. */
    int[] of(int cell);
}
