package dev.shoal.qc.argo;

/** Distances on a sphere of 6371 km. */
final class GreatCircle {

    private static final double RADIUS_METRES = 6_371_000;

    private GreatCircle() {}

    /** Returns the distance between two places in degrees, by the haversine formula; NaN where one is missing. */
    static double metres(double latitudeA, double longitudeA, double latitudeB, double longitudeB) {
        double north = Math.toRadians(latitudeB - latitudeA) / 2;
        double east = Math.toRadians(longitudeB - longitudeA) / 2;
        double half = square(Math.sin(north))
                + Math.cos(Math.toRadians(latitudeA)) * Math.cos(Math.toRadians(latitudeB)) * square(Math.sin(east));
        return 2 * RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(half)));
    }

    private static double square(double x) {
        return x * x;
    }
}
