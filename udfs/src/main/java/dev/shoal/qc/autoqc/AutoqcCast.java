package dev.shoal.qc.autoqc;

/**
 * Where, when and with what a profile was taken. Nothing is refused: impossible places and dates are what some checks
 * look for.
 *
 * @param lat degrees north, NaN where unknown
 * @param lon degrees east, NaN where unknown
 * @param year of the Gregorian calendar
 * @param month 1 to 12
 * @param day of the month from 1
 * @param hourOfDay hours since midnight UTC, NaN where unknown
 * @param probeType World Ocean Database's code of the instrument (secondary header 29), such as {@link #XBT};
 *     {@link #UNKNOWN_PROBE} where unknown
 * @param country World Ocean Database's two letters, such as {@code JP}; empty where unknown
 */
public record AutoqcCast(
        double lat, double lon, int year, int month, int day, double hourOfDay, int probeType, String country) {

    /** Code of an instrument nobody has named. */
    public static final int UNKNOWN_PROBE = 0;

    /** Code of an expendable bathythermograph. */
    public static final int XBT = 2;

    boolean isXbt() {
        return probeType == XBT;
    }

    boolean hasPlace() {
        return !Double.isNaN(lat) && !Double.isNaN(lon);
    }
}
