package dev.shoal.qc.seawater;

/**
 * The equation of state that ocean models used before TEOS-10 (McDougall, Jackett, Wright and Feistel 2003, Journal of
 * Atmospheric and Oceanic Technology 20, pages 730 to 741): density of practical salinity and potential temperature.
 *
 * <p>The Met Office's EN data sets judge the stability of profiles by it. NaN gives NaN.
 */
public final class McDougall2003 {

    private McDougall2003() {}

    /**
     * Returns the in-situ density, kg/m³ (appendix A).
     *
     * @param s practical salinity
     * @param theta potential temperature at the surface, degree C
     * @param p sea pressure, dbar
     */
    public static double density(double s, double theta, double p) {
        double rootCubed = Math.pow(s, 1.5);
        double over = 9.99843699e2
                + 7.35212840 * theta
                + -5.45928211e-2 * theta * theta
                + 3.98476704e-4 * theta * theta * theta
                + 2.96938239 * s
                + -7.23268813e-3 * s * theta
                + 2.12382341e-3 * s * s
                + 1.04004591e-2 * p
                + 1.03970529e-7 * p * theta * theta
                + 5.18761880e-6 * p * s
                + -3.24041825e-8 * p * p
                + -1.23869360e-11 * p * p * theta * theta;
        double under = 1.0
                + 7.28606739e-3 * theta
                + -4.60835542e-5 * theta * theta
                + 3.68390573e-7 * theta * theta * theta
                + 1.80809186e-10 * theta * theta * theta * theta
                + 2.14691708e-3 * s
                + -9.27062484e-6 * s * theta
                + -1.78343643e-10 * s * theta * theta * theta
                + 4.76534122e-6 * rootCubed
                + 1.63410736e-9 * rootCubed * theta * theta
                + 5.30848875e-6 * p
                + -3.03175128e-16 * p * p * theta * theta * theta
                + -1.27934137e-17 * p * p * p * theta;
        return over / under;
    }

    /**
     * Returns the potential temperature at the surface, degree C (the paper's short polynomial, good to some hundredths
     * of a degree in the ocean).
     *
     * @param s practical salinity
     * @param t in-situ temperature, degree C
     * @param p sea pressure, dbar
     */
    public static double potentialTemperature(double s, double t, double p) {
        double perDecibar = 1.067610e-5
                + -1.434297e-6 * s
                + -7.566349e-9 * p
                + -8.535585e-6 * t
                + 3.074672e-8 * s * t
                + 1.918639e-8 * t * t
                + 1.788718e-10 * t * p;
        return t + p * perDecibar;
    }
}
