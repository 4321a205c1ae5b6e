package dev.shoal.regrid;

/** A refinement bound to a block of the source. Immutable and safe to share between threads. */
interface Refiner {

    /**
     * Makes the values of one field better, where all that this needs is valid.
     *
     * @param source holds the block from {@code from} on, row by row; NaN means missing; not changed
     * @param target holds the values that the weights made from {@code to} on; NaN stays
     */
    void refine(double[] source, int from, MissingRule rule, double[] target, int to);
}
