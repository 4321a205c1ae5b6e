package dev.shoal.catalog;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Conversion between instants and microseconds since 1970-01-01T00:00:00Z. */
public final class Micros {

    private static final long SECOND_MICROS = 1_000_000;

    private Micros() {}

    /**
     * Returns the microseconds of an instant, nanoseconds cut off; fails with {@link ArithmeticException} past 2^63.
     */
    public static long of(Instant instant) {
        long seconds = instant.getEpochSecond();
        long micros = instant.getNano() / 1_000;
        // Counted from the second that lies nearer to 1970, or the first representable instants would overflow.
        return seconds < 0
                ? Math.addExact(Math.multiplyExact(seconds + 1, SECOND_MICROS), micros - SECOND_MICROS)
                : Math.addExact(Math.multiplyExact(seconds, SECOND_MICROS), micros);
    }

    /** Returns the instant of a count of microseconds. */
    public static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    /** Returns the instant as ISO 8601 text in UTC. */
    static String text(long micros) {
        return instant(micros).toString();
    }
}
