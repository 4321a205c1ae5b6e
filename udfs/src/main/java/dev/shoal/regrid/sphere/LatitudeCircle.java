package dev.shoal.regrid.sphere;

/**
 * A circle of latitude on the unit sphere.
 *
 * @param z height of its plane: the sine of the latitude
 * @param radius in that plane: the cosine of the latitude, accurate near the poles too, where {@code z} says little
 */
public record LatitudeCircle(double z, double radius) {
    /** Where the radius tells circles apart better than the height does. */
    private static final double STEEP = 0.7;

    /** Returns the circle of a latitude in degrees. */
    public static LatitudeCircle of(double lat) {
        return new LatitudeCircle(Degrees.sin(lat), Degrees.cos(lat));
    }

    /** Returns how far a point of the sphere is above the circle's plane; accurate near the poles too. */
    double above(double x, double y, double pointZ) {
        if (pointZ == z || Math.abs(z) < STEEP || pointZ * z < 0) {
            return pointZ - z;
        }
        return (radius * radius - (x * x + y * y)) / (pointZ + z);
    }
}
