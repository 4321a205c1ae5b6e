package dev.shoal.regrid;

/** How a target value is made from source values. */
public enum Method {
    /** The source point nearest on the sphere, within about one local cell. */
    NEAREST,
    /** The four corners of the source cell around the target point, weighted linearly along both grid directions. */
    BILINEAR
}
