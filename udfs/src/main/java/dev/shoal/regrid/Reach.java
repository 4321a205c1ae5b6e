package dev.shoal.regrid;

/** How far from the source's points a target may lie. */
public enum Reach {
    /** Only where the source has cells: a target outside has no weights. */
    WITHIN_SOURCE,
    /**
     * Anywhere, as CDO 2.1.1 does where it extrapolates: outside a rectilinear grid its values are of points along the
     * border, and {@code remapdis} weighs the farther heavier there.
     */
    EVERYWHERE
}
