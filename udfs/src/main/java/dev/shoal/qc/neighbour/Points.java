package dev.shoal.qc.neighbour;

/**
 * Observations of one quantity by many platforms.
 *
 * <p>The arrays are lent: nobody copies or changes them. They may be longer than {@code size}. Their order never
 * matters.
 *
 * @param lats degrees north; not finite where missing
 * @param lons degrees east, of any turn; not finite where missing
 * @param timeMicros microseconds since 1970 UTC; {@link #NO_TIME} where missing
 * @param heights metres, elevations or depths alike, since only differences count; not finite where missing
 * @param values in their unit; not finite where missing
 * @param platforms whose observation each is; observations of one platform never judge each other
 * @param size number of observations
 */
public record Points(
        double[] lats, double[] lons, long[] timeMicros, double[] heights, double[] values, int[] platforms, int size) {

    /** The time of an observation whose time is missing. */
    public static final long NO_TIME = Long.MIN_VALUE;

    /** Refuses arrays shorter than {@code size}. */
    public Points {
        int shortest = Math.min(
                Math.min(Math.min(lats.length, lons.length), Math.min(timeMicros.length, heights.length)),
                Math.min(values.length, platforms.length));
        if (size < 0 || shortest < size) {
            throw new IllegalArgumentException("Cannot take " + size + " observations: found a column of " + shortest
                    + ", expected each at least as long.");
        }
    }
}
