package dev.shoal.qc.seawater;

/**
 * Heights and sea pressures of standard seawater at 0 degree C (IOC, SCOR and IAPSO 2010, section 3.32): TEOS-10's
 * conversion where no dynamic height is known.
 *
 * <p>Heights are metres, positive upwards: those in the ocean are negative. Pressures are dbar, latitudes degrees
 * north; NaN gives NaN.
 */
public final class Depth {

    /** How gravity grows with depth, 1/m. */
    private static final double GRAVITY_GROWTH = 2.26e-7;

    private static final double HIGHEST = 5;

    private static final double PASCALS = 1e4;

    private Depth() {}

    /** Returns the height of a pressure. */
    public static double height(double p, double lat) {
        double gravity = surfaceGravity(lat);
        double enthalpy = SpecificVolume.standardEnthalpy(p);
        return -2 * enthalpy / (gravity + Math.sqrt(gravity * gravity + 2 * GRAVITY_GROWTH * gravity * enthalpy));
    }

    /** Returns the pressure of a height: {@link #height} the other way; NaN more than 5 m above the sea. */
    public static double pressure(double height, double lat) {
        if (!(height <= HIGHEST)) {
            return Double.NaN;
        }
        double geopotential = surfaceGravity(lat) * (height - 0.5 * GRAVITY_GROWTH * height * height);
        double p = -height;
        for (int step = 0; step < 3; step++) {
            double miss = SpecificVolume.standardEnthalpy(p) + geopotential;
            double middle = p - 0.5 * miss / (PASCALS * SpecificVolume.standard(p));
            p -= miss / (PASCALS * SpecificVolume.standard(middle));
        }
        return p;
    }

    /** Returns the acceleration of gravity at a pressure, m/s². */
    public static double gravity(double lat, double p) {
        return surfaceGravity(lat) * (1 - GRAVITY_GROWTH * height(p, lat));
    }

    /** Gravity of the 1980 geodetic system at the sea surface, as the manual's equation D.3 has it. */
    private static double surfaceGravity(double lat) {
        double sine = Math.sin(Math.toRadians(lat));
        double square = sine * sine;
        return 9.780327 * (1 + (5.2792e-3 + 2.32e-5 * square) * square);
    }
}
