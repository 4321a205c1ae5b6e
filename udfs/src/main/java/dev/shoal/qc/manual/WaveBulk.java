package dev.shoal.qc.manual;

import dev.shoal.qc.flag.QcFlag;

/**
 * Tests of wave parameters, the long-term time series of QARTOD's manual for in-situ surface waves, version 2.1 (2019),
 * tests 19 and 20. Test 15 is {@link DeviationFromMean}, test 16 {@link StuckCount}.
 */
public final class WaveBulk {

    private WaveBulk() {}

    /**
     * Flags a significant wave height, and with it all parameters of its spectrum, where it lies outside what is
     * expected (test 19).
     *
     * @param height significant wave height, metres
     * @param low metres below which all parameters are {@link QcFlag#FAIL}
     * @param high metres above which all parameters are {@link QcFlag#FAIL}
     */
    public static byte height(double height, double low, double high) {
        return Levels.outside(height, low, high, QcFlag.FAIL);
    }

    /**
     * Flags a parameter other than the height (test 19): period, direction or spread.
     *
     * <p>A height that is missing says nothing of the parameter.
     *
     * @param value of the parameter
     * @param low least expected; below it the parameter is {@link QcFlag#SUSPECT}
     * @param high greatest expected; above it the parameter is {@link QcFlag#SUSPECT}
     * @param ofHeight flag of {@link #height}; where it is {@link QcFlag#FAIL} so is the parameter
     */
    public static byte parameter(double value, double low, double high, byte ofHeight) {
        byte flag = Levels.outside(value, low, high, QcFlag.SUSPECT);
        return flag != QcFlag.MISSING && ofHeight == QcFlag.FAIL ? QcFlag.FAIL : flag;
    }

    /**
     * Flags a significant wave height that differs from the one before (test 20; for this parameter alone).
     *
     * @param height metres
     * @param before metres, just before
     * @param suspect metres above which the difference is {@link QcFlag#SUSPECT}; infinity for none, as in the manual
     * @param fail metres above which the difference is {@link QcFlag#FAIL}
     */
    public static byte change(double height, double before, double suspect, double fail) {
        if (!Double.isFinite(height)) {
            return QcFlag.MISSING;
        }
        return Levels.orUnknown(Levels.above(Math.abs(height - before), suspect, fail));
    }
}
