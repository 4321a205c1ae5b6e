package dev.shoal.regrid;

/** What the sum over a target cell is divided by, for {@link Method#CONSERVATIVE} and {@link Method#CONSERVATIVE2}. */
public enum Normalisation {
    /**
     * By the part of the cell that has values: {@code sum(w x valid) / sum(w valid)}, a mean. The integral is kept
     * where it is taken over those parts.
     */
    FRACAREA,
    /**
     * By the whole cell: {@code sum(w x valid)}, where a missing value counts as 0. The integral over whole target
     * cells is kept, if no cell is made missing: the least valid weight should be 0. A cell half covered has half the
     * value.
     */
    DESTAREA,
    /** By nothing: {@code sum(w x valid)} times the area of the target cell in steradians, an amount. */
    NONE
}
