package dev.shoal.regrid;

import dev.shoal.regrid.sphere.SphericalPolygon;

/** How far a polygon of great circles reaches in longitude and height. For one thread; measured again and again. */
final class PolygonSpan {
    /** Nearer to the axis than this (6 millimetres on Earth) a vertex has no longitude worth the name. */
    private static final double POLE = 1e-9;

    private static final double NEARLY_HALF_A_TURN = 179.9;

    /** Height of the lowest and the highest point, at most. */
    double lowest;

    double highest;

    /** Longitude that the polygon begins at, of any origin, and how many degrees east it reaches. */
    double west;

    double width;

    /** Whether a pole lies inside or on the edge, or an edge goes so near to one that it may. */
    boolean polar;

    private double first;
    private double before;
    private double ahead;
    private double least;
    private double most;

    /** Measures a polygon. Where it is {@link #polar} the longitudes are those of its vertices other than the pole. */
    void measure(SphericalPolygon polygon) {
        lowest = 1;
        highest = -1;
        polar = false;
        first = Double.NaN;
        double chord2 = 0;
        for (int k = 0; k < polygon.size(); k++) {
            goTo(polygon.x(k), polygon.y(k));
            lowest = Math.min(lowest, polygon.z(k));
            highest = Math.max(highest, polygon.z(k));
            chord2 = Math.max(chord2, chord2(polygon, k));
        }
        if (!Double.isNaN(first)) {
            step(first);
        }
        polar |= Math.abs(ahead) > 180;
        west = first + least;
        width = most - least;
        // A great circle is at most this much farther from the centre's plane than the nearer of its ends.
        double bend = 1 / Math.sqrt(Math.max(1e-9, 1 - 0.25 * chord2));
        lowest = Math.max(-1, lowest < 0 ? lowest * bend : lowest);
        highest = Math.min(1, highest > 0 ? highest * bend : highest);
    }

    /** Tells whether the polygon can be cut by circles of latitude as it is. */
    boolean isNarrow() {
        return !polar && width < 170;
    }

    private void goTo(double x, double y) {
        if (x * x + y * y < POLE * POLE) {
            polar = true;
            return;
        }
        double lon = Math.toDegrees(Math.atan2(y, x));
        if (Double.isNaN(first)) {
            first = lon;
            before = lon;
            ahead = 0;
            least = 0;
            most = 0;
        } else {
            step(lon);
        }
    }

    private void step(double lon) {
        double way = Longitudes.step(before, lon);
        polar |= Math.abs(way) > NEARLY_HALF_A_TURN;
        ahead += way;
        least = Math.min(least, ahead);
        most = Math.max(most, ahead);
        before = lon;
    }

    private static double chord2(SphericalPolygon polygon, int k) {
        int next = polygon.next(k);
        double dx = polygon.x(next) - polygon.x(k);
        double dy = polygon.y(next) - polygon.y(k);
        double dz = polygon.z(next) - polygon.z(k);
        return dx * dx + dy * dy + dz * dz;
    }
}
