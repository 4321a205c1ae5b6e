package dev.shoal.regrid.sphere;

/**
 * Sines and cosines of angles in degrees.
 *
 * <p>The angle is first brought to within 45 degrees of a multiple of 90, which loses nothing. So multiples of 90 have
 * exact values, whole turns change no bit, and the cosine of a latitude near a pole is as accurate as that of any
 * other.
 */
public final class Degrees {
    private static final double RIGHT_ANGLE = 90;

    private Degrees() {}

    /** Returns the sine of an angle in degrees. */
    public static double sin(double degrees) {
        double quarters = Math.rint(degrees / RIGHT_ANGLE);
        return sineOf(degrees - RIGHT_ANGLE * quarters, (int) quarters);
    }

    /** Returns the cosine of an angle in degrees. */
    public static double cos(double degrees) {
        double quarters = Math.rint(degrees / RIGHT_ANGLE);
        return sineOf(degrees - RIGHT_ANGLE * quarters, (int) quarters + 1);
    }

    private static double sineOf(double rest, int quarters) {
        double angle = Math.toRadians(rest);
        double value = (quarters & 1) == 0 ? Math.sin(angle) : Math.cos(angle);
        return 0.0 + ((quarters & 2) == 0 ? value : -value);
    }
}
