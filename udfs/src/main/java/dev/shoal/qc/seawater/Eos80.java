package dev.shoal.qc.seawater;

/**
 * The equation of state of 1980 and its companions, as Fofonoff and Millard (1983, UNESCO technical papers in marine
 * science 44) collect them.
 *
 * <p>Units: practical salinity (PSS-78) without unit, temperature degree C (ITS-90, turned into the IPTS-68 that the
 * formulas were fitted in by the factor 1.00024 of Saunders 1990), sea pressure dbar, depth metres, positive downwards,
 * latitude degrees. NaN gives NaN.
 */
public final class Eos80 {

    private static final double T68_PER_T90 = 1.00024;

    private static final double BARS = 0.1;

    private Eos80() {}

    /** Returns the in-situ density, kg/m³ (Millero and Poisson 1981). */
    public static double density(double s, double t, double p) {
        double t68 = t * T68_PER_T90;
        double surface = surfaceDensity(s, t68);
        double pressure = p * BARS;
        return surface / (1 - pressure / secantBulkModulus(s, t68, pressure));
    }

    /** Returns the potential density at a reference pressure, kg/m³. */
    public static double potentialDensity(double s, double t, double p, double pReference) {
        return density(s, potentialTemperature(s, t, p, pReference), pReference);
    }

    /** Returns the potential temperature at a reference pressure (Fofonoff 1977, of Bryden's lapse rate of 1973). */
    public static double potentialTemperature(double s, double t, double p, double pReference) {
        double step = pReference - p;
        double t68 = t * T68_PER_T90;
        double rise = step * lapseRate(s, t68, p);
        double theta = t68 + 0.5 * rise;
        double weighted = rise;
        rise = step * lapseRate(s, theta, p + 0.5 * step);
        double rootHalf = Math.sqrt(0.5);
        theta += (1 - rootHalf) * (rise - weighted);
        weighted = (2 - 2 * rootHalf) * rise + (3 * rootHalf - 2) * weighted;
        rise = step * lapseRate(s, theta, p + 0.5 * step);
        theta += (1 + rootHalf) * (rise - weighted);
        weighted = (2 + 2 * rootHalf) * rise - (2 + 3 * rootHalf) * weighted;
        rise = step * lapseRate(s, theta, p + step);
        return (theta + (rise - 2 * weighted) / 6) / T68_PER_T90;
    }

    /** Returns the depth of a pressure (Saunders and Fofonoff 1976). */
    public static double depth(double p, double lat) {
        double geopotential = (((-1.82e-15 * p + 2.279e-10) * p - 2.2512e-5) * p + 9.72659) * p;
        return geopotential / (surfaceGravity(lat) + 1.092e-6 * p);
    }

    /** Returns the pressure of a depth: {@link #depth} the other way, to the last digits. */
    public static double pressure(double depth, double lat) {
        double p = depth;
        for (int step = 0; step < 9; step++) {
            p -= (depth(p, lat) - depth) / 0.98;
        }
        return p;
    }

    /** Returns the in-situ temperature at which seawater freezes (Millero 1978). */
    public static double freezingTemperature(double s, double p) {
        double t68 = (-0.0575 + 1.710523e-3 * Math.sqrt(s) - 2.154996e-4 * s) * s - 7.53e-4 * p;
        return t68 / T68_PER_T90;
    }

    /** Returns the density of seawater at zero pressure, kg/m³. */
    private static double surfaceDensity(double s, double t) {
        double water = ((((6.536332e-9 * t - 1.120083e-6) * t + 1.001685e-4) * t - 9.095290e-3) * t + 6.793952e-2) * t
                + 999.842594;
        double linear = (((5.3875e-9 * t - 8.2467e-7) * t + 7.6438e-5) * t - 4.0899e-3) * t + 0.824493;
        double root = (-1.6546e-6 * t + 1.0227e-4) * t - 5.72466e-3;
        return water + (linear + root * Math.sqrt(s) + 4.8314e-4 * s) * s;
    }

    private static double secantBulkModulus(double s, double t, double bars) {
        double root = Math.sqrt(s);
        double byPressureTwice =
                (5.2787e-8 * t - 6.12293e-6) * t + 8.50935e-5 + ((9.1697e-10 * t + 2.0816e-8) * t - 9.9348e-7) * s;
        double byPressure = ((-5.77905e-7 * t + 1.16092e-4) * t + 1.43713e-3) * t
                + 3.239908
                + ((-1.6078e-6 * t - 1.0981e-5) * t + 2.2838e-3 + 1.91075e-4 * root) * s;
        double surface = (((-5.155288e-5 * t + 1.360477e-2) * t - 2.327105) * t + 148.4206) * t
                + 19652.21
                + (((-6.1670e-5 * t + 1.09987e-2) * t - 0.603459) * t
                                + 54.6746
                                + ((-5.3009e-4 * t + 1.6483e-2) * t + 7.944e-2) * root)
                        * s;
        return surface + (byPressure + byPressureTwice * bars) * bars;
    }

    /** Returns the adiabatic lapse rate, K/dbar. */
    private static double lapseRate(double s, double t, double p) {
        double ds = s - 35;
        return (((-2.1687e-16 * t + 1.8676e-14) * t - 4.6206e-13) * p
                                + ((2.7759e-12 * t - 1.1351e-10) * ds
                                        + ((-5.4481e-14 * t + 8.733e-12) * t - 6.7795e-10) * t
                                        + 1.8741e-8))
                        * p
                + (-4.2393e-8 * t + 1.8932e-6) * ds
                + ((6.6228e-10 * t - 6.836e-8) * t + 8.5258e-6) * t
                + 3.5803e-5;
    }

    private static double surfaceGravity(double lat) {
        double sine = Math.sin(lat / 57.29578);
        double square = sine * sine;
        return 9.780318 * (1 + (5.2788e-3 + 2.36e-5 * square) * square);
    }
}
