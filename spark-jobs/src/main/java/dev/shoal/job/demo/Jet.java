package dev.shoal.job.demo;

import java.util.Random;

/** The boundary current after it leaves the coast: a line of latitude over longitude that meanders eastward. */
final class Jet {

    private static final double LEAVES_COAST = -75.5;
    private static final int WAVES = 5;

    private final double[] wavelength = new double[WAVES];
    private final double[] periodDays = new double[WAVES];
    private final double[] phase = new double[WAVES];

    Jet(Random random) {
        for (int i = 0; i < WAVES; i++) {
            wavelength[i] = 3.6 + 2.3 * i + 0.8 * random.nextDouble();
            periodDays[i] = 38 + 31 * i + 12 * random.nextDouble();
            phase[i] = random.nextDouble();
        }
    }

    /** Returns the latitude of the jet without meanders. */
    static double restLat(double lon) {
        double downstream = Math.max(0, lon - LEAVES_COAST);
        return 35.4 + 0.33 * downstream - 0.0032 * downstream * downstream;
    }

    /** Returns the latitude of the jet on a day. */
    double lat(double lon, double day) {
        double grown = Smooth.clamp((lon - LEAVES_COAST) / 14, 0, 1);
        double meander = 0;
        for (int i = 0; i < WAVES; i++) {
            double turns = lon / wavelength[i] - day / periodDays[i] + phase[i];
            meander += (0.42 + 0.16 * i) * Smooth.sineOfTurns(turns);
        }
        return restLat(lon) + grown * meander;
    }
}
