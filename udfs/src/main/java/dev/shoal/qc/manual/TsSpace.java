package dev.shoal.qc.manual;

import dev.shoal.qc.flag.QcFlag;

/**
 * Flags pairs of temperature and salinity outside the polygon of what occurs (QARTOD's TS space test: temperature and
 * salinity version 2.0, test 12).
 *
 * <p>The polygon lies in the plane of salinity and temperature, closes by itself and may be concave; its border belongs
 * to it. Safe for any number of threads.
 */
public final class TsSpace {

    private final double[] salinities;
    private final double[] temperatures;

    /**
     * Makes a polygon.
     *
     * @param salinities of its corners, at least three; copied
     * @param temperatures of its corners; copied
     */
    public TsSpace(double[] salinities, double[] temperatures) {
        if (salinities.length < 3 || salinities.length != temperatures.length) {
            throw new IllegalArgumentException("Cannot make a TS polygon: found " + salinities.length
                    + " salinities and " + temperatures.length
                    + " temperatures, expected as many of one as of the other, at least three.");
        }
        this.salinities = salinities.clone();
        this.temperatures = temperatures.clone();
    }

    /**
     * Flags one sample; {@link QcFlag#UNKNOWN} where one of the two is missing, {@link QcFlag#MISSING} where both are.
     *
     * @param outside flag of a pair outside the polygon
     */
    public byte flag(double temperature, double salinity, byte outside) {
        if (!Double.isFinite(temperature) || !Double.isFinite(salinity)) {
            return Double.isFinite(temperature) || Double.isFinite(salinity) ? QcFlag.UNKNOWN : QcFlag.MISSING;
        }
        return holds(salinity, temperature) ? QcFlag.GOOD : outside;
    }

    private boolean holds(double x, double y) {
        boolean inside = false;
        int last = salinities.length - 1;
        for (int i = 0; i <= last; i++) {
            int j = i == 0 ? last : i - 1;
            double across = (salinities[j] - salinities[i]) * (y - temperatures[i])
                    - (x - salinities[i]) * (temperatures[j] - temperatures[i]);
            if (across == 0
                    && between(x, salinities[i], salinities[j])
                    && between(y, temperatures[i], temperatures[j])) {
                return true;
            }
            boolean crosses = temperatures[i] > y != temperatures[j] > y;
            inside ^= crosses && across > 0 == temperatures[j] > temperatures[i];
        }
        return inside;
    }

    private static boolean between(double value, double one, double other) {
        return value >= Math.min(one, other) && value <= Math.max(one, other);
    }
}
