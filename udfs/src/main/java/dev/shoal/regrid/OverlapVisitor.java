package dev.shoal.regrid;

import dev.shoal.regrid.sphere.SphericalPolygon;

/** What is done with the overlaps of source cells and target cells. */
interface OverlapVisitor {

    /**
     * Takes one overlap, or one piece of several of the same two cells.
     *
     * @param targetCell the target cell's place in the window, row by row
     * @param sourceCell the source cell's number
     * @param overlap its vertices counterclockwise; overwritten afterwards
     * @param steradians its area
     */
    void accept(int targetCell, int sourceCell, SphericalPolygon overlap, double steradians);
}
