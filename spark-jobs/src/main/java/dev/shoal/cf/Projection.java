package dev.shoal.cf;

import java.io.Serializable;

/**
 * The way from the plane of a map back to the Earth (CF 1.11, appendix F; formulas of Snyder, Map Projections: A
 * Working Manual, USGS Professional Paper 1395, unless said otherwise). Immutable and safe to share between threads.
 */
public sealed interface Projection extends Serializable
        permits AlbersConic,
                CylindricalEqualArea,
                Geostationary,
                LambertAzimuthal,
                LambertConic,
                Mercator,
                PolarStereographic,
                RotatedPole,
                TransverseMercator {

    /** What the two coordinates count. */
    enum Plane {
        METRES,
        /** Angles on a turned sphere. */
        DEGREES,
        /** Angles seen from a satellite. */
        RADIANS
    }

    /** Returns what {@code x} and {@code y} count. */
    Plane plane();

    /**
     * Returns where a point of the plane lies.
     *
     * @param x eastings, without false easting
     * @param y northings, without false northing
     * @return longitude in degrees east within [-180, 180], latitude in degrees north; both NaN off the Earth
     */
    double[] lonLat(double x, double y);

    /** Brings radians to a longitude within [-180, 180] and a latitude, in degrees. */
    static double[] degrees(double lon, double lat) {
        double east = Math.toDegrees(lon);
        return new double[] {east - 360 * Math.rint(east / 360), Math.toDegrees(lat)};
    }
}
