package dev.shoal.regrid.vector;

/**
 * East and north at a point of the sphere, as unit vectors in Cartesian coordinates.
 *
 * @param sinLon of the point's longitude
 * @param cosLon of the point's longitude
 * @param sinLat of the point's latitude
 * @param cosLat of the point's latitude
 */
record LocalFrame(double sinLon, double cosLon, double sinLat, double cosLat) {

    static LocalFrame at(double lat, double lon) {
        double phi = Math.toRadians(lat);
        double lambda = Math.toRadians(lon);
        return new LocalFrame(Math.sin(lambda), Math.cos(lambda), Math.sin(phi), Math.cos(phi));
    }

    /** Returns the chord between two points given in degrees, without loss where they are near each other. */
    static double[] way(double latA, double lonA, double latB, double lonB) {
        double halfLat = Math.toRadians(latB - latA) / 2;
        double halfLon = Math.toRadians(Math.IEEEremainder(lonB - lonA, 360)) / 2;
        double midLat = Math.toRadians(latA) + halfLat;
        double midLon = Math.toRadians(lonA) + halfLon;
        double level = -2 * Math.sin(midLat) * Math.sin(halfLat) * Math.cos(halfLon);
        double side = 2 * Math.cos(midLat) * Math.cos(halfLat) * Math.sin(halfLon);
        return new double[] {
            level * Math.cos(midLon) - side * Math.sin(midLon),
            level * Math.sin(midLon) + side * Math.cos(midLon),
            2 * Math.cos(midLat) * Math.sin(halfLat)
        };
    }

    double east(double x, double y, double z) {
        return y * cosLon - x * sinLon;
    }

    double north(double x, double y, double z) {
        return z * cosLat - sinLat * (x * cosLon + y * sinLon);
    }

    double x(double east, double north) {
        return -east * sinLon - north * sinLat * cosLon;
    }

    double y(double east, double north) {
        return east * cosLon - north * sinLat * sinLon;
    }

    double z(double north) {
        return north * cosLat;
    }
}
