package dev.shoal.qc.manual;

import dev.shoal.qc.flag.QcFlag;

/**
 * Tests of a profile along its depth.
 *
 * <p>QARTOD's glider manual and version 2.0 of that for temperature and salinity want rate of change (tests 8 and 7)
 * and flat line (9 and 8) for profiles too; here a rate is per metre, and a layer that does not change is measured in
 * metres. Theirs, by standard deviations and by count, are {@link DeviationRate} and {@link StuckCount}.
 */
public final class DepthRate {

    private DepthRate() {}

    /**
     * Flags a value that differs from the one before by too much for the depth between them.
     *
     * <p>{@link QcFlag#UNKNOWN} where the value before or a depth is missing, or both lie at one depth.
     *
     * @param value of the sample
     * @param before value of the sample just before
     * @param depth metres or decibars
     * @param depthBefore metres or decibars of the sample just before
     * @param suspect change per metre or decibar above which it is {@link QcFlag#SUSPECT}
     * @param fail change per metre or decibar above which it is {@link QcFlag#FAIL}; infinity for none
     */
    public static byte flag(
            double value, double before, double depth, double depthBefore, double suspect, double fail) {
        if (!Double.isFinite(value)) {
            return QcFlag.MISSING;
        }
        double rate = Math.abs((value - before) / (depth - depthBefore));
        return depth == depthBefore ? QcFlag.UNKNOWN : Levels.orUnknown(Levels.above(rate, suspect, fail));
    }
}
