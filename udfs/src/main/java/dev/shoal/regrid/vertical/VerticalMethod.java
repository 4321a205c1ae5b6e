package dev.shoal.regrid.vertical;

/** How values at target levels are made from a column. */
public enum VerticalMethod {
    /** On the straight line between the two levels around the target. */
    LINEAR,
    /** As {@link #LINEAR}, along the logarithm of the coordinate: for pressure. */
    LOG,
    /** Means over target layers, weighted by how thick the layers of the column are in them. */
    CONSERVATIVE
}
