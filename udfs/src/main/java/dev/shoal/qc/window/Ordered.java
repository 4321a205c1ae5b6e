package dev.shoal.qc.window;

/** Numbers as integers of the same order, whose smaller one a processor finds without a branch. */
final class Ordered {

    /** Larger than any finite number. */
    static final long NO_MINIMUM = of(Double.NaN);

    /** Smaller than any finite number. */
    static final long NO_MAXIMUM = ~NO_MINIMUM;

    private Ordered() {}

    static long of(double number) {
        return turned(Double.doubleToRawLongBits(number));
    }

    /** Returns the number an integer was made of; NaN of {@link #NO_MINIMUM} and {@link #NO_MAXIMUM}. */
    static double number(long ordered) {
        return Double.longBitsToDouble(turned(ordered));
    }

    private static long turned(long bits) {
        return bits ^ ((bits >> (Long.SIZE - 1)) & Long.MAX_VALUE);
    }
}
