package dev.shoal.qc;

import java.util.Arrays;

/**
 * The samples of one variable in the order in which they were taken: one mooring level, one profile, one trajectory.
 *
 * <p>The arrays are lent: nobody copies them, and no test changes them. They may be longer than the series, so that a
 * reader can fill the same arrays again.
 *
 * @param timeMicros microseconds since 1970 UTC, {@link #NO_TIME} where missing; at least {@code size} long
 * @param values in the variable's own unit, NaN where missing; at least {@code size} long
 * @param size number of samples
 * @param cadence of the whole series where this is a part of one; {@link Cadence#UNMEASURED} where this is the whole
 * @param companions what was sampled beside the values, and what the whole series is
 */
public record Series(long[] timeMicros, double[] values, int size, Cadence cadence, Companions companions) {

    /** The time of a sample whose time is missing. */
    public static final long NO_TIME = Long.MIN_VALUE;

    /** Microseconds in a second. */
    public static final double MICROS_PER_SECOND = 1e6;

    /** Refuses arrays shorter than the series. */
    public Series {
        if (size < 0 || timeMicros.length < size || values.length < size) {
            throw new IllegalArgumentException("Cannot make a series of " + size + " samples: found "
                    + timeMicros.length + " times and " + values.length + " values, expected at least one of each.");
        }
        companions.requireLength(size);
    }

    /** Makes a series that is whole. */
    public Series(long[] timeMicros, double[] values, int size) {
        this(timeMicros, values, size, Cadence.UNMEASURED);
    }

    /** Makes a series with nothing beside it. */
    public Series(long[] timeMicros, double[] values, int size, Cadence cadence) {
        this(timeMicros, values, size, cadence, Companions.NONE);
    }

    /** Returns the same samples with others beside them. */
    public Series with(Companions others) {
        return new Series(timeMicros, values, size, cadence, others);
    }

    /** Returns the cadence of the whole series, measuring it where this is the whole and nobody has. */
    public Cadence measuredCadence() {
        return cadence.isMeasured() ? cadence : Cadence.of(timeMicros, size);
    }

    /**
     * Returns a part that knows the cadence of the whole; its arrays are copies.
     *
     * @param start first sample
     * @param end one past the last sample
     */
    public Series part(int start, int end) {
        return new Series(
                Arrays.copyOfRange(timeMicros, start, end),
                Arrays.copyOfRange(values, start, end),
                end - start,
                measuredCadence(),
                companions.part(start, end));
    }
}
