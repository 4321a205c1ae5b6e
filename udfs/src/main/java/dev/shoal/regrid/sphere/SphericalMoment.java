package dev.shoal.regrid.sphere;

/**
 * First moments of polygons on the unit sphere: the integral of the position vector over the area.
 *
 * <p>By Stokes' theorem it is half of the integral of {@code r x dr} along the edges. An edge from a to b along a great
 * circle through an angle t gives {@code (a x b) t / sin(t)}; one along a circle of latitude, through a way east w at a
 * distance c from the axis, gives {@code a x b} and {@code c^2 (w - sin(w))} along the axis. Law: the moments of pieces
 * sum to that of the whole.
 */
public final class SphericalMoment {
    /** Squared half chords below this have a series whose ten terms are exact to a double. */
    private static final double SMALL_SHARE = 0.02;

    /** Ways east below this have a series whose six terms are exact to a double. */
    private static final double SMALL_WAY = 0.5;

    private SphericalMoment() {}

    /**
     * Reckons the moment of a polygon; errors are about 1e-16 of its area.
     *
     * @param moment x, y and z in steradians times radii, overwritten; negative where the polygon runs clockwise
     */
    public static void of(SphericalPolygon polygon, double[] moment) {
        double x = 0;
        double y = 0;
        double z = 0;
        for (int k = 0; k < polygon.size(); k++) {
            int next = polygon.next(k);
            double ux = polygon.x(k) - polygon.x(0);
            double uy = polygon.y(k) - polygon.y(0);
            double uz = polygon.z(k) - polygon.z(0);
            double vx = polygon.x(next) - polygon.x(k);
            double vy = polygon.y(next) - polygon.y(k);
            double vz = polygon.z(next) - polygon.z(k);
            double bend = polygon.isAlongParallel(k) ? 0 : bend(0.25 * (vx * vx + vy * vy + vz * vz));
            double ax = ux + bend * polygon.x(k);
            double ay = uy + bend * polygon.y(k);
            double az = uz + bend * polygon.z(k);
            x += ay * vz - az * vy;
            y += az * vx - ax * vz;
            z += ax * vy - ay * vx;
            if (polygon.isAlongParallel(k)) {
                z += belowParallel(polygon, k, next);
            }
        }
        moment[0] = 0.5 * x;
        moment[1] = 0.5 * y;
        moment[2] = 0.5 * z;
    }

    /** Returns {@code t / sin(t) - 1} of an angle whose half has this squared sine. */
    private static double bend(double u) {
        if (u > SMALL_SHARE) {
            return Math.asin(Math.sqrt(u)) / Math.sqrt(u * (1 - u)) - 1;
        }
        double sum = 1;
        for (int k = 10; k >= 1; k--) {
            sum = 1 + u * sum * (2 * k + 2) / (2 * k + 3);
        }
        return u * sum * 2 / 3;
    }

    private static double belowParallel(SphericalPolygon polygon, int k, int next) {
        double cross = polygon.x(k) * polygon.y(next) - polygon.y(k) * polygon.x(next);
        double dot = polygon.x(k) * polygon.x(next) + polygon.y(k) * polygon.y(next);
        double square = Math.hypot(cross, dot);
        double way = Math.atan2(cross, dot);
        return square * (Math.abs(way) < SMALL_WAY ? lessSine(way) : way - Math.sin(way));
    }

    private static double lessSine(double way) {
        double w2 = way * way;
        double sum = 1;
        for (int k = 7; k >= 1; k--) {
            sum = 1 - sum * w2 / ((2 * k + 2) * (2 * k + 3));
        }
        return way * w2 * sum / 6;
    }
}
