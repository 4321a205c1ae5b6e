package dev.shoal.qc.seawater;

import static dev.shoal.qc.seawater.Constants.STANDARD_SALINITY;

/** The temperature at which water has the same chemical potential in seawater and in ice. */
final class Freezing {

    private static final int MOST_STEPS = 8;

    private static final double ENOUGH_KELVIN = 1e-11;

    private Freezing() {}

    static double temperature(double sa, double p, double saturation) {
        double t = -0.054 * sa - 7.6e-4 * p;
        for (int step = 0; step < MOST_STEPS; step++) {
            double miss = Gibbs.ofWater(sa, t, p) - Ice.energy(t, p);
            double change = miss / (Gibbs.ofWaterByTemperature(sa, t, p) - Ice.energyByTemperature(t, p));
            t -= change;
            if (!(Math.abs(change) > ENOUGH_KELVIN)) {
                break;
            }
        }
        return t - saturation * 1e-3 * (2.4 - sa / (2 * STANDARD_SALINITY));
    }
}
