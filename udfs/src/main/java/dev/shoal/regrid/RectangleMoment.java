package dev.shoal.regrid;

import dev.shoal.regrid.sphere.Degrees;

/**
 * First moments of rectangles between circles of latitude and meridians, in closed form (see
 * {@link dev.shoal.regrid.sphere.SphericalMoment}). With {@code m} the integral of {@code cos(lat)^2} and the meridians
 * {@code a} and {@code b} counted from a middle one, the moment is {@code m (cos(a) - cos(b))} to the east of the
 * middle meridian, {@code m (sin(b) - sin(a))} outward along it, and {@code (b - a) (sin(north)^2 - sin(south)^2) / 2}
 * along the axis.
 *
 * @param east to the east of the middle meridian
 * @param outward away from the axis
 * @param along the axis to the north
 */
record RectangleMoment(double east, double outward, double along) {

    /** Reckons the moment of a rectangle given in degrees; {@code west} and {@code end} from the middle meridian. */
    static RectangleMoment of(double south, double north, double west, double end) {
        double height = Degrees.sin(north - south);
        double m = 0.5 * (Math.toRadians(north - south) + Degrees.cos(south + north) * height);
        double chord = 2 * Degrees.sin(0.5 * (end - west));
        double middle = 0.5 * (west + end);
        return new RectangleMoment(
                m * chord * Degrees.sin(middle),
                m * chord * Degrees.cos(middle),
                0.5 * Math.toRadians(end - west) * Degrees.sin(south + north) * height);
    }
}
