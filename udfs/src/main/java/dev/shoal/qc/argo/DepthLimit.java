package dev.shoal.qc.argo;

import java.io.Serializable;

/**
 * A threshold that depends on pressure.
 *
 * @param shallow threshold above the boundary, in the parameter's unit
 * @param deep threshold at the boundary and below
 * @param boundary dbar
 */
public record DepthLimit(double shallow, double deep, double boundary) implements Serializable {

    /** The boundary of most of Argo's thresholds, in dbar. */
    public static final double MIDWATER = 500;

    /** Makes thresholds that change at {@link #MIDWATER}. */
    public DepthLimit(double shallow, double deep) {
        this(shallow, deep, MIDWATER);
    }

    /** Returns the threshold at a pressure in dbar. */
    public double at(double pressure) {
        return pressure < boundary ? shallow : deep;
    }
}
