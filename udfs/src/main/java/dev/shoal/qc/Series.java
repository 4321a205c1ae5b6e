package dev.shoal.qc;

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
 */
public record Series(long[] timeMicros, double[] values, int size, Cadence cadence) {

    /** The time of a sample whose time is missing. */
    public static final long NO_TIME = Long.MIN_VALUE;

    static final double MICROS_PER_SECOND = 1e6;

    /** Refuses arrays shorter than the series. */
    public Series {
        if (size < 0 || timeMicros.length < size || values.length < size) {
            throw new IllegalArgumentException("Cannot make a series of " + size + " samples: found "
                    + timeMicros.length + " times and " + values.length + " values, expected at least one of each.");
        }
    }

    /** Makes a series that is whole. */
    public Series(long[] timeMicros, double[] values, int size) {
        this(timeMicros, values, size, Cadence.UNMEASURED);
    }

    /** Returns the cadence of the whole series, measuring it where this is the whole and nobody has. */
    public Cadence measuredCadence() {
        return cadence.isMeasured() ? cadence : Cadence.of(timeMicros, size);
    }
}
