package dev.shoal.qc.autoqc;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * Where a cast was taken and when.
 *
 * @param lat degrees north
 * @param lon degrees east
 * @param seconds whole seconds since 1970 UTC
 */
record TrackPoint(double lat, double lon, long seconds) {

    private static final double EARTH_RADIUS_METRES = 6_367_000;

    TrackPoint(AutoqcCast cast) {
        this(cast.lat(), cast.lon(), seconds(cast));
    }

    /** Tells whether a cast has a place, a date, an hour and an instrument. */
    static boolean canBe(AutoqcCast cast) {
        return cast.hasPlace()
                && cast.month() >= 1
                && cast.month() <= 12
                && YearMonth.of(cast.year(), cast.month()).isValidDay(cast.day())
                && cast.hourOfDay() >= 0
                && cast.hourOfDay() < 24
                && cast.probeType() != AutoqcCast.UNKNOWN_PROBE;
    }

    private static long seconds(AutoqcCast cast) {
        long day = LocalDate.of(cast.year(), cast.month(), cast.day()).toEpochDay();
        long hour = (long) Math.floor(cast.hourOfDay());
        long minute = (long) Math.floor(cast.hourOfDay() * 60) % 60;
        long second = (long) Math.floor(cast.hourOfDay() * 3600) % 60;
        return ((day * 24 + hour) * 60 + minute) * 60 + second;
    }

    double metresTo(TrackPoint other) {
        return radiansTo(other) * EARTH_RADIUS_METRES;
    }

    /** Returns the angle between the great circles to two points, in radians; 0 where one of them is this one. */
    double angleBetween(TrackPoint one, TrackPoint other) {
        double a = one.radiansTo(this);
        double b = radiansTo(other);
        if (a == 0 || b == 0) {
            return 0;
        }
        double c = other.radiansTo(one);
        double cosine = (Math.cos(c) - Math.cos(a) * Math.cos(b)) / Math.sin(a) / Math.sin(b);
        return Math.acos(Math.max(-1, Math.min(1, cosine)));
    }

    private double radiansTo(TrackPoint other) {
        double north = Math.sin(Math.toRadians(other.lat - lat) / 2);
        double east = Math.sin(Math.toRadians(other.lon - lon) / 2);
        double square =
                north * north + Math.cos(Math.toRadians(lat)) * Math.cos(Math.toRadians(other.lat)) * east * east;
        return 2 * Math.asin(Math.min(1, Math.sqrt(square)));
    }
}
