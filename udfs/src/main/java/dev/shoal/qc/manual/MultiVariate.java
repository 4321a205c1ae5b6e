package dev.shoal.qc.manual;

import dev.shoal.qc.flag.QcFlag;

/**
 * Flags a value that steps where another quantity does not (QARTOD's multi-variate test: temperature and salinity
 * version 2.0, test 9; gliders, test 10; with the same quantity of a neighbouring sensor as the other it is the
 * neighbour test, temperature and salinity version 2.0, test 11).
 *
 * <p>A step of the value is large where it exceeds a multiple of the standard deviation of the value's recent past; it
 * is {@link QcFlag#SUSPECT} unless the other quantity's step reaches a multiple of its own. Windows are those of
 * {@link DeviationRate}. A large step is {@link QcFlag#UNKNOWN} where nobody can tell about the other quantity. One
 * instance serves one series.
 */
public final class MultiVariate {

    private final PastDeviation own;
    private final PastDeviation other;
    private final double multiple;
    private final double otherMultiple;

    /**
     * Starts before the first sample.
     *
     * @param length of the window: microseconds of time or micrometres of {@link ProfilePath}; above 0
     * @param fewest samples the window of either needs
     * @param multiple standard deviations above which a step of the value is large; the manual's example is 2
     * @param otherMultiple standard deviations below which a step of the other is small; the manual's example is 2
     */
    public MultiVariate(long length, int fewest, double multiple, double otherMultiple) {
        this.own = new PastDeviation(length, fewest);
        this.other = new PastDeviation(length, fewest);
        this.multiple = multiple;
        this.otherMultiple = otherMultiple;
    }

    /**
     * Returns the flag of the next sample.
     *
     * @param place microseconds or micrometres; {@link Long#MIN_VALUE} where not known
     * @param value of the sample
     * @param beside the other quantity at the same place
     */
    public byte next(long place, double value, double beside) {
        own.next(place, value);
        other.next(place, beside);
        byte flag = PastDeviation.flag(value, own.step(), own.deviation(), multiple, Levels.OFF);
        if (flag != QcFlag.SUSPECT) {
            return flag;
        }
        if (Double.isNaN(other.step())) {
            return QcFlag.UNKNOWN;
        }
        return other.step() < otherMultiple * other.deviation() ? QcFlag.SUSPECT : QcFlag.GOOD;
    }
}
