package dev.shoal.regrid;

/** How far from the source's points a target may lie. */
public enum Reach {
    /** Only where the source has cells: a target outside has no weights. */
    WITHIN_SOURCE,
    /**
     * Anywhere, as CDO 2.1.1 does where it extrapolates: from a rectilinear grid {@link Method#NEAREST} and
     * {@link Method#INVERSE_DISTANCE} look for neighbours where CDO does, near the target inside the grid and along its
     * border outside, and weigh them as it does (outside, {@code remapdis} weighs the farther heavier).
     */
    EVERYWHERE
}
