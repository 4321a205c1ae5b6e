package dev.shoal.regrid.vertical;

/** What comes out of layers that are remapped. */
public enum LayerQuantity {
    /** The mean of the values in the target layer, weighted by thickness. */
    MEAN,
    /** The sum of value times thickness in the target layer. */
    INTEGRAL
}
