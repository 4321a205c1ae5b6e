package dev.shoal.regrid;

/** Points of the unit sphere, and their distances as squared chords. */
final class Sphere {

    private Sphere() {}

    /** Returns the Cartesian coordinates of a point given in degrees. */
    static double[] unit(double lat, double lon) {
        double phi = Math.toRadians(lat);
        double lambda = Math.toRadians(lon);
        return new double[] {
            Math.cos(phi) * Math.cos(lambda), Math.cos(phi) * Math.sin(lambda), Math.sin(phi),
        };
    }

    static double dot(double[] a, double[] b) {
        return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    }

    /** Returns the straight way from one point to another. */
    static double[] way(double[] from, double[] to) {
        return new double[] {to[0] - from[0], to[1] - from[1], to[2] - from[2]};
    }

    /** Returns the squared length of the chord between two unit vectors. */
    static double chord2(double[] a, double[] b) {
        double[] way = way(a, b);
        return dot(way, way);
    }

    /** Returns the squared chord between two points given in degrees; exact for small distances too. */
    static double chord2(double latA, double lonA, double latB, double lonB) {
        double north = Math.sin(Math.toRadians(latB - latA) / 2);
        double east = Math.sin(Math.toRadians(lonB - lonA) / 2);
        double cosines = Math.cos(Math.toRadians(latA)) * Math.cos(Math.toRadians(latB));
        return 4 * (north * north + cosines * east * east);
    }

    /** Returns the angle in degrees that a squared chord spans. */
    static double degrees(double chord2) {
        return Math.toDegrees(2 * Math.asin(Math.min(1, Math.sqrt(chord2) / 2)));
    }
}
