package dev.shoal.qc.seawater;

/** Longitudes as the tables count them. */
final class Longitude {

    private Longitude() {}

    /** Returns the same meridian in degrees east from 0 up to but without 360; NaN stays NaN. */
    static double zeroTo360(double lon) {
        double east = lon % 360;
        return east < 0 ? east + 360 : east;
    }
}
