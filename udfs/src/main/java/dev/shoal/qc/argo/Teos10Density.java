package dev.shoal.qc.argo;

import dev.shoal.qc.seawater.Teos10;

/**
 * Density by TEOS-10. Pressures from -5 dbar to the surface count as at the surface for absolute salinity; where they
 * lie below that or beyond 11 000 dbar, density is unknown (as in Coriolis' profile RTQC 6.5).
 */
enum Teos10Density implements Density {
    /** The only one. */
    INSTANCE;

    private static final double LEAST_PRESSURE = -5;
    private static final double MOST_PRESSURE = 11_000;

    @Override
    public double at(
            double salinity, double temperature, double pressure, double reference, double longitude, double latitude) {
        if (!(pressure >= LEAST_PRESSURE && pressure <= MOST_PRESSURE)) {
            return Double.NaN;
        }
        double absolute = Teos10.absoluteSalinity(salinity, Math.max(0, pressure), longitude, latitude);
        return Teos10.density(absolute, Teos10.conservativeTemperature(absolute, temperature, pressure), reference);
    }
}
