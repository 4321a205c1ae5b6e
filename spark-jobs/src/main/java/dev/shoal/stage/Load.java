package dev.shoal.stage;

import java.util.function.LongSupplier;

/**
 * What there is to do, as far as it is known before.
 *
 * @param what in the user's words
 * @param units in all
 * @param bytes at most that are read and held for them, decoded
 */
public record Load(String what, long units, long bytes) {

    private static final long MOST_UNITS = 64;
    private static final long MOST_BYTES = 256L << 20;

    /** A unit takes several times its bytes while it is done, and all of them may be done at once. */
    private static final long SHARES = 8;

    /** Returns a load whose bytes are counted where they matter: of few units. */
    public static Load of(String what, long units, LongSupplier bytes) {
        return new Load(what, units, units <= MOST_UNITS ? bytes.getAsLong() : Long.MAX_VALUE);
    }

    /** Tells whether it is done sooner than Spark would have shared it out, and fits in this process at once. */
    boolean isSmall() {
        long most = Math.min(MOST_BYTES, Runtime.getRuntime().maxMemory() / SHARES);
        return units <= MOST_UNITS && bytes <= most;
    }
}
