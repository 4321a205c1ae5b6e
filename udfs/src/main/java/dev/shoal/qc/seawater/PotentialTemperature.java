package dev.shoal.qc.seawater;

import static dev.shoal.qc.seawater.Constants.CELSIUS_ZERO;
import static dev.shoal.qc.seawater.Constants.HEAT_CAPACITY;

/** The temperature water takes when it is moved to another pressure without heat: its entropy stays. */
final class PotentialTemperature {

    /**
     * The steps of the modified Newton method (McDougall and Wotherspoon 2014, Applied Mathematics Letters 29), which
     * converges by the power 1 + sqrt(2): from within 1.5 K, three reach the last digits.
     */
    static final int STEPS = 3;

    private PotentialTemperature() {}

    static double of(double sa, double t, double p, double pReference) {
        double entropy = Gibbs.entropyPart(sa, t, p);
        double pt = t;
        double slope = HEAT_CAPACITY / (CELSIUS_ZERO + t);
        for (int step = 0; step < STEPS; step++) {
            double miss = Gibbs.entropyPart(sa, pt, pReference) - entropy;
            double middle = pt - 0.5 * miss / slope;
            slope = -Gibbs.byTemperatureTwice(sa, middle, pReference);
            pt -= miss / slope;
        }
        return pt;
    }
}
