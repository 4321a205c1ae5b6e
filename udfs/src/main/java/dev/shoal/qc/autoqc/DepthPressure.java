package dev.shoal.qc.autoqc;

/**
 * Pressure of the depths of a profile, which AutoQC's checks take in place of a measured one.
 *
 * <p>It is found as GSW finds it, with one Newton step in two halves (McDougall and Wotherspoon 2014) from the estimate
 * of Saunders (1981) and with GSW's rounded coefficients: a depth on the border of a check falls on the same side.
 */
final class DepthPressure {

    private static final double HIGHEST = 5;
    private static final double GRAVITY_GROWTH = 2.26e-7;
    private static final double PASCALS = 1e4;
    private static final double PRESSURE_SCALE = 1e-4;

    private static final double[] VOLUME = {
        9.726613854843870e-4,
        -4.505913211160929e-5,
        7.130728965927127e-6,
        -6.657179479768312e-7,
        -2.994054447232880e-8,
        -1.2647261286e-8,
        1.9613503930e-9
    };

    private static final double[] ENTHALPY = {
        9.726613854843870e-4,
        -2.252956605630465e-5,
        2.376909655387404e-6,
        -1.664294869986011e-7,
        -5.988108894465758e-9,
        -2.1078768810e-9,
        2.8019291329e-10
    };

    private DepthPressure() {}

    /** Returns pressures in dbar; NaN where depth or latitude is missing, and more than 5 m above the sea. */
    static double[] of(AutoqcProfile profile) {
        double lat = profile.cast().lat();
        double[] pressures = profile.depthMetres().clone();
        for (int i = 0; i < pressures.length; i++) {
            pressures[i] = pressure(-pressures[i], lat);
        }
        return pressures;
    }

    private static double pressure(double height, double lat) {
        if (height > HIGHEST) {
            return Double.NaN;
        }
        double sine = Math.sin(Math.toRadians(lat));
        double square = sine * sine;
        double gravity = 9.780327 * (1 + (5.2792e-3 + 2.32e-5 * square) * square);
        double c = 1 - (5.25e-3 * square + 5.92e-3);
        double estimate = -2 * height / (c + Math.sqrt(c * c + 8.84e-6 * height));
        double z = estimate * PRESSURE_SCALE;
        double miss = z * sum(ENTHALPY, estimate) * PASCALS * 1e4
                + gravity * (height - 0.5 * GRAVITY_GROWTH * (height * height));
        double half = 0.5 * (estimate - miss / (PASCALS * sum(VOLUME, estimate)) + estimate);
        return estimate - miss / (PASCALS * sum(VOLUME, half));
    }

    private static double sum(double[] coefficients, double pressure) {
        double z = pressure * PRESSURE_SCALE;
        double sum = coefficients[coefficients.length - 1];
        for (int k = coefficients.length - 2; k >= 0; k--) {
            sum = coefficients[k] + z * sum;
        }
        return sum;
    }
}
