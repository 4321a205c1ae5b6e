package dev.shoal.regrid.sphere;

/** Areas on the unit sphere in steradians. */
public final class SphericalArea {
    /** Below, four terms of the arc tangent's series are exact to a double. */
    private static final double SMALL_TANGENT = 0.01;

    /** Below, four terms of the segment's series are exact to 3e-14 of the segment. */
    private static final double SMALL_HALF_WIDTH = 0.02;

    private SphericalArea() {}

    /**
     * Returns the area of a triangle of great circles, positive where its corners run counterclockwise as seen from
     * outside: {@code tan(E / 2) = a . ((b - a) x (c - a)) / (1 + a.b + b.c + c.a)} (Van Oosterom and Strackee 1983;
     * the differences keep the digits of small triangles).
     */
    public static double triangle(
            double ax, double ay, double az, double bx, double by, double bz, double cx, double cy, double cz) {
        double ux = bx - ax;
        double uy = by - ay;
        double uz = bz - az;
        double vx = cx - ax;
        double vy = cy - ay;
        double vz = cz - az;
        double triple = ax * (uy * vz - uz * vy) + ay * (uz * vx - ux * vz) + az * (ux * vy - uy * vx);
        double sides =
                1 + (ax * bx + ay * by + az * bz) + (bx * cx + by * cy + bz * cz) + (cx * ax + cy * ay + cz * az);
        return 2 * angle(triple, sides);
    }

    /**
     * Returns the area between a circle of latitude and the great circle through two of its points: what a polygon with
     * its inside on the left gains where its edge from a to b is the former, not the latter.
     *
     * <p>With half the way east {@code d} and {@code c = cos(lat)} it is {@code 2 (atan(sin(lat) tan d) - sin(lat) d)},
     * reckoned as a difference of two areas about the pole, or as a series where they would cancel.
     */
    public static double segment(double ax, double ay, double bx, double by, double z) {
        double c2 = 0.5 * (ax * ax + ay * ay + bx * bx + by * by);
        if (c2 == 0) {
            return 0;
        }
        double cross = ax * by - ay * bx;
        double dot = ax * bx + ay * by;
        double whole =
                dot > 0 && Math.abs(cross) < SMALL_HALF_WIDTH * c2 ? Math.asin(cross / c2) : Math.atan2(cross, dot);
        double half = 0.5 * whole;
        if (Math.abs(half) < SMALL_HALF_WIDTH) {
            return 2 * z * c2 * series(half, c2);
        }
        double pole = 1 + Math.abs(z);
        double cap = whole * c2 / pole - 2 * Math.atan2(cross, pole * pole + dot);
        return z < 0 ? -cap : cap;
    }

    /** Returns the area between two latitudes and through a way of longitude, all in degrees; positive. */
    public static double rectangle(double south, double north, double width) {
        return Math.toRadians(width) * zone(south, north);
    }

    /** Returns the difference of the sines of two latitudes in degrees, accurate near the poles too. */
    public static double zone(double south, double north) {
        return 2 * Degrees.cos(0.5 * (south + north)) * Degrees.sin(0.5 * (north - south));
    }

    private static double series(double half, double c2) {
        double h2 = half * half;
        double seventh = 2.0 / 45 + c2 * (-2.0 / 3 + c2);
        double ninth = -1.0 / 315 + c2 * (0.2 + c2 * (-1 + c2));
        return half * h2 * (1.0 / 3 + h2 * ((c2 - 1.0 / 3) / 5 + h2 * (seventh / 7 + h2 * ninth / 9)));
    }

    private static double angle(double sine, double cosine) {
        double tangent = sine / cosine;
        if (cosine > 0 && Math.abs(tangent) < SMALL_TANGENT) {
            double t2 = tangent * tangent;
            return tangent * (1 - t2 * (1.0 / 3 - t2 * (1.0 / 5 - t2 * (1.0 / 7 - t2 / 9))));
        }
        return Math.atan2(sine, cosine);
    }
}
