package dev.shoal.regrid.sphere;

/**
 * The half of space on one side of a plane through the Earth's centre, so one side of a great circle.
 *
 * @param x of the plane's normal, which points inside; of unit length where the plane is a meridian's
 * @param y of the normal
 * @param z of the normal; 0 for a meridian
 */
public record HalfSpace(double x, double y, double z) {

    /** Returns the 180 degrees of longitude east of a meridian. */
    public static HalfSpace eastOf(double lon) {
        return new HalfSpace(-Degrees.sin(lon), Degrees.cos(lon), 0);
    }

    /** Returns the 180 degrees of longitude west of a meridian. */
    public static HalfSpace westOf(double lon) {
        return new HalfSpace(Degrees.sin(lon), -Degrees.cos(lon), 0);
    }

    /** Returns what lies left of the way from one vertex of a polygon to another. */
    public static HalfSpace leftOf(SphericalPolygon polygon, int from, int to) {
        double ax = polygon.x(from);
        double ay = polygon.y(from);
        double az = polygon.z(from);
        double dx = polygon.x(to) - ax;
        double dy = polygon.y(to) - ay;
        double dz = polygon.z(to) - az;
        return new HalfSpace(ay * dz - az * dy, az * dx - ax * dz, ax * dy - ay * dx);
    }

    /** Returns how far inside a point is, in lengths of the normal; negative outside. */
    public double inside(double pointX, double pointY, double pointZ) {
        return x * pointX + y * pointY + z * pointZ;
    }

    /** Returns the length of the normal. */
    public double length() {
        return Math.sqrt(x * x + y * y + z * z);
    }
}
