package dev.shoal.regrid;

/** A refinement bound to a block of the source. Immutable and safe to share between threads. */
interface Addends {
    /** Adds nothing. */
    Addends NONE = (source, from) -> new double[0];

    /**
     * Returns what is to be added to the sums of one field, finite numbers.
     *
     * @param source holds the block from {@code from} on, row by row; NaN means missing; not changed
     * @return one for each target cell, in a new array; empty where nothing is to be added
     */
    double[] of(double[] source, int from);
}
