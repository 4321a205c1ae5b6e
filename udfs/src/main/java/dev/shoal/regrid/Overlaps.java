package dev.shoal.regrid;

/**
 * The overlaps of a source grid's cells with the cells of targets. Source cells that occur twice are taken once (see
 * {@link Duplicates}); overlaps below {@link Sliver#SHARE} of the smaller cell are left out. Safe to use from many
 * threads.
 *
 * <p>Law: the overlap of two cells depends on the two alone, to the last bit, and comes in the same pieces in the same
 * order whatever the window.
 */
interface Overlaps {

    /** Visits every overlap with the cells of a window, in any order; pieces of one pair of cells in a fixed order. */
    void visit(Grid target, GridWindow window, OverlapVisitor visitor);

    /** Returns the cells of the target that was visited last. */
    LastCells targets();

    /** Tells whether a grid's cells lie between circles of latitude and meridians. */
    static boolean isCutAlongParallels(Grid grid, CellEdges edges) {
        return grid instanceof RectilinearGrid && edges == CellEdges.LATITUDE_CIRCLE;
    }
}
