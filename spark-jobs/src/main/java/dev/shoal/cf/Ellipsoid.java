package dev.shoal.cf;

import java.io.Serializable;

/**
 * A figure of the Earth, and the auxiliary functions of latitude that maps are made with (Snyder, chapter 3).
 *
 * @param a equatorial radius in metres
 * @param e2 square of the eccentricity; 0 for a sphere
 */
record Ellipsoid(double a, double e2) implements Serializable {

    private static final double WGS84_RADIUS = 6_378_137;
    private static final double WGS84_INVERSE_FLATTENING = 298.257223563;
    private static final int ITERATIONS = 30;

    /** World Geodetic System 1984. */
    static final Ellipsoid WGS84 = ofInverseFlattening(WGS84_RADIUS, WGS84_INVERSE_FLATTENING);

    static Ellipsoid ofInverseFlattening(double a, double inverse) {
        double f = inverse == 0 ? 0 : 1 / inverse;
        return new Ellipsoid(a, f * (2 - f));
    }

    static Ellipsoid ofAxes(double a, double b) {
        return new Ellipsoid(a, 1 - b * b / (a * a));
    }

    double e() {
        return Math.sqrt(e2);
    }

    /** Radius of a parallel, in equatorial radii (14-15). */
    double m(double lat) {
        double sin = Math.sin(lat);
        return Math.cos(lat) / Math.sqrt(1 - e2 * sin * sin);
    }

    /** Tangent of half the conformal co-latitude (15-9). */
    double t(double lat) {
        double sin = e() * Math.sin(lat);
        return Math.tan(Math.PI / 4 - lat / 2) / Math.pow((1 - sin) / (1 + sin), e() / 2);
    }

    /** Latitude of {@link #t} (7-9). */
    double latOfT(double t) {
        double lat = Math.PI / 2 - 2 * Math.atan(t);
        for (int i = 0; i < ITERATIONS; i++) {
            double sin = e() * Math.sin(lat);
            lat = Math.PI / 2 - 2 * Math.atan(t * Math.pow((1 - sin) / (1 + sin), e() / 2));
        }
        return lat;
    }

    /** Measure of the area up to a parallel (3-12). */
    double q(double lat) {
        double sin = Math.sin(lat);
        if (e2 == 0) {
            return 2 * sin;
        }
        double es = e() * sin;
        return (1 - e2) * (sin / (1 - es * es) - Math.log((1 - es) / (1 + es)) / (2 * e()));
    }

    /** Latitude of {@link #q}, by way of the authalic latitude (3-18). */
    double latOfQ(double q) {
        double beta = Math.asin(Math.max(-1, Math.min(1, q / q(Math.PI / 2))));
        double e4 = e2 * e2;
        double e6 = e4 * e2;
        return beta
                + (e2 / 3 + 31 * e4 / 180 + 517 * e6 / 5040) * Math.sin(2 * beta)
                + (23 * e4 / 360 + 251 * e6 / 3780) * Math.sin(4 * beta)
                + 761 * e6 / 45360 * Math.sin(6 * beta);
    }
}
