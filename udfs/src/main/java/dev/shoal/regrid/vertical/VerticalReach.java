package dev.shoal.regrid.vertical;

/** What becomes of target levels above the first or below the last valid level of a column. */
public enum VerticalReach {
    /** They are missing: nothing is extrapolated. */
    WITHIN_COLUMN,
    /** They take the value of the nearest valid level: of the surface above it, of the bottom below it. */
    NEAREST
}
