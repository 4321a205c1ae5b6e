package dev.shoal.catalog;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Conversion between instants and microseconds since 1970-01-01T00:00:00Z. */
public final class Micros {

    private Micros() {}

    /**
     * Returns the microseconds of an instant, nanoseconds cut off; fails with {@link ArithmeticException} past 2^63.
     */
    public static long of(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), 1_000_000L), instant.getNano() / 1_000);
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
