package dev.shoal.regrid;

/** How far from the source's points a target may lie. */
public enum Reach {
    /** Only where the source has cells: a target outside has no weights. */
    WITHIN_SOURCE,
    /** Anywhere, as CDO does where it extrapolates. */
    EVERYWHERE
}
