package dev.shoal.catalog;

import java.io.Serializable;

/**
 * A closed range of time: both ends are times that occur.
 *
 * @param firstMicros microseconds since 1970-01-01T00:00:00Z
 * @param lastMicros microseconds since 1970-01-01T00:00:00Z, not before {@code firstMicros}
 */
public record TimeRange(long firstMicros, long lastMicros) implements Serializable {

    /** Refuses a range that ends before it begins. */
    public TimeRange {
        if (lastMicros < firstMicros) {
            throw new IllegalArgumentException("Cannot make a time range: its last instant " + Micros.text(lastMicros)
                    + " lies before its first " + Micros.text(firstMicros) + ". Swap the two.");
        }
    }

    /** Returns the smallest range that holds both. */
    public TimeRange cover(TimeRange other) {
        return new TimeRange(Math.min(firstMicros, other.firstMicros), Math.max(lastMicros, other.lastMicros));
    }

    @Override
    public String toString() {
        return Micros.text(firstMicros) + "/" + Micros.text(lastMicros);
    }
}
