package dev.shoal.regrid;

/** How far from the source's points a target may lie. */
public enum Reach {
    /** Only where the source has cells: a target outside has no weights. */
    WITHIN_SOURCE,
    /**
     * Anywhere, as CDO 2.1.1 does where it extrapolates: outside a rectilinear grid its values are of points along the
     * border, and {@code remapdis} weighs the farther heavier there.
     */
    EVERYWHERE;

    /** Returns the reach of a method where none is asked for: CDO takes the nearest points however far they are. */
    public static Reach of(Method method, MissingPolicy policy) {
        boolean ofNearest = method == Method.NEAREST || method == Method.INVERSE_DISTANCE;
        return policy == MissingPolicy.CDO && ofNearest ? EVERYWHERE : WITHIN_SOURCE;
    }
}
