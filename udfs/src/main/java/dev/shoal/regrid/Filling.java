package dev.shoal.regrid;

/** Where values of target cells come from that regridding has left missing. */
public enum Filling {
    /** They stay missing. */
    NONE,
    /** From the source point nearest to the target's of all that have a value in that field. */
    NEAREST,
    /** From the nearest source points that have a value in that field, weighted by the inverse of their distances. */
    INVERSE_DISTANCE,
    /**
     * From the target grid: the mean of those of a cell's eight neighbours that have a value, in pass after pass, so
     * that each pass fills one cell more beyond the coast. The target must have rows and columns.
     */
    CREEP
}
