package dev.shoal.qc.argo;

/**
 * Where and when a float took a profile.
 *
 * @param platform WMO number, such as {@code "6901234"}
 * @param cycle number of the float's cycle, from 0
 * @param direction of the float
 * @param timeMicros {@code JULD} in microseconds since 1970 UTC, {@link #NO_TIME} where missing
 * @param fixMicros {@code JULD_LOCATION}, the time of the position, likewise
 * @param latitude degrees north, NaN where missing
 * @param longitude degrees east, NaN where missing
 */
public record Station(
        String platform,
        int cycle,
        Direction direction,
        long timeMicros,
        long fixMicros,
        double latitude,
        double longitude) {

    /** The time that is missing. */
    public static final long NO_TIME = Long.MIN_VALUE;

    /** Which way a float went while it took a profile. */
    public enum Direction {
        /** Up, as most profiles. */
        ASCENDING,
        /** Down. */
        DESCENDING
    }

    /** Tells whether the position is known. */
    public boolean hasPosition() {
        return !Double.isNaN(latitude) && !Double.isNaN(longitude);
    }
}
