package dev.shoal.qc.argo;

/**
 * How high the sun stands, to about a tenth of a degree (P. Schlyter, How to compute planetary positions, sections 4 to
 * 5 and 12b).
 */
final class SunElevation {

    private static final double MICROS_PER_DAY = 86_400e6;

    /** Days from 1970-01-01 00:00 to 1999-12-31 00:00, the epoch of the elements. */
    private static final double EPOCH_DAYS = 10_956;

    private static final double DEGREES_PER_DAY = 360;

    private SunElevation() {}

    /**
     * Returns the sun's elevation over the horizon in degrees.
     *
     * @param micros microseconds since 1970 UTC
     * @param latitude degrees north
     * @param longitude degrees east
     */
    static double degrees(long micros, double latitude, double longitude) {
        double day = micros / MICROS_PER_DAY - EPOCH_DAYS;
        double perihelion = 282.9404 + 4.70935e-5 * day;
        double eccentricity = 0.016709 - 1.151e-9 * day;
        double meanAnomaly = 356.0470 + 0.9856002585 * day;
        double anomaly = Math.toRadians(meanAnomaly);
        anomaly += eccentricity * Math.sin(anomaly) * (1 + eccentricity * Math.cos(anomaly));
        double x = Math.cos(anomaly) - eccentricity;
        double y = Math.sin(anomaly) * Math.sqrt(1 - eccentricity * eccentricity);
        double ecliptic = Math.atan2(y, x) + Math.toRadians(perihelion);
        double tilt = Math.toRadians(23.4393 - 3.563e-7 * day);
        double ascension = Math.atan2(Math.sin(ecliptic) * Math.cos(tilt), Math.cos(ecliptic));
        double declination = Math.asin(Math.sin(ecliptic) * Math.sin(tilt));
        double turned = perihelion + meanAnomaly + 180 + (day - Math.floor(day)) * DEGREES_PER_DAY + longitude;
        double hourAngle = Math.toRadians(turned) - ascension;
        double north = Math.toRadians(latitude);
        return Math.toDegrees(Math.asin(Math.sin(north) * Math.sin(declination)
                + Math.cos(north) * Math.cos(declination) * Math.cos(hourAngle)));
    }
}
