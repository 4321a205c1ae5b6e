package dev.shoal.regrid;

/** What missing source values do to a target value. */
public enum MissingPolicy {
    /**
     * The valid contributions are renormalised: {@code sum(w x valid) / sum(w valid)}, missing where {@code sum(w
     * valid)} is below the least valid weight asked for.
     */
    SHOAL,
    /** One missing contribution makes the target missing, even one of weight 0, as CDO's {@code remapbil} does. */
    CDO
}
