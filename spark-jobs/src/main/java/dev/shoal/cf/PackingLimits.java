package dev.shoal.cf;

/**
 * Least and greatest stored number that is valid.
 *
 * @param min for real types
 * @param max for real types
 * @param least for integer types; the bits of an unsigned 64-bit one
 * @param most for integer types; the bits of an unsigned 64-bit one
 */
record PackingLimits(double min, double max, long least, long most) {

    /** No limits, for a type that is no number. */
    static final PackingLimits NONE =
            new PackingLimits(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, Long.MIN_VALUE, Long.MAX_VALUE);
}
