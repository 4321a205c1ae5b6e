package dev.shoal.qc.window;

/** How the spread of a set of values is measured. */
public enum Spread {

    /** Root of the mean squared distance from the mean; missing values are left out. */
    STANDARD_DEVIATION,

    /** Largest less smallest value; not known where one of the set is missing. */
    RANGE
}
