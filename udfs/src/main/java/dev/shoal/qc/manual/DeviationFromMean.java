package dev.shoal.qc.manual;

import dev.shoal.qc.flag.QcFlag;

/**
 * Flags a value that is many standard deviations away from the mean of the recent past (QARTOD's long-term mean and
 * standard deviation test: waves version 2.1, test 15).
 *
 * <p>The manual leaves the period to the operator; here it is the window before the sample, the sample itself left out.
 * Not for directions, whose mean needs a circle. A sample with too few samples in its window is {@link QcFlag#UNKNOWN}.
 * The manual has no fail level; ours may be off. One instance serves one series.
 */
public final class DeviationFromMean {

    private final PastDeviation past;
    private final double suspect;
    private final double fail;

    /**
     * Starts before the first sample.
     *
     * @param length of the window, microseconds; above 0
     * @param fewest samples the window needs
     * @param suspect standard deviations above which a distance is {@link QcFlag#SUSPECT}
     * @param fail standard deviations above which a distance is {@link QcFlag#FAIL}; infinity for none
     */
    public DeviationFromMean(long length, int fewest, double suspect, double fail) {
        this.past = new PastDeviation(length, fewest);
        this.suspect = suspect;
        this.fail = fail;
    }

    /**
     * Returns the flag of the next sample.
     *
     * @param timeMicros microseconds; {@link Long#MIN_VALUE} where not known
     * @param value of the sample
     */
    public byte next(long timeMicros, double value) {
        past.next(timeMicros, value);
        return PastDeviation.flag(value, past.distance(), past.deviation(), suspect, fail);
    }
}
