package dev.shoal.qc.field;

/**
 * Where and when samples were taken. The arrays are lent, not changed, each as long as there are samples at least.
 *
 * @param lat degrees north
 * @param lon degrees east of any origin
 * @param depth metres, positive down; may be empty where no field with levels is asked
 * @param timeMicros microseconds since 1970 UTC, {@link #NO_TIME} where missing; may be empty where no field with steps
 *     is asked
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares places.
public record FieldPlaces(double[] lat, double[] lon, double[] depth, long[] timeMicros) {

    /** The time of a sample whose time is missing. */
    public static final long NO_TIME = Long.MIN_VALUE;
}
