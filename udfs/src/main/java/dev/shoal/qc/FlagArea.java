package dev.shoal.qc;

/** Which side of a region's border is flagged. */
public enum FlagArea {
    /** What lies outside, or on the border. */
    OUTSIDE,
    /** What lies inside. */
    INSIDE
}
