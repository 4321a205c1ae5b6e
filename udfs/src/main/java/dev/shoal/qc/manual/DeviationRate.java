package dev.shoal.qc.manual;

import dev.shoal.qc.flag.QcFlag;

/**
 * Flags a value whose step from the one before is many standard deviations of the recent past (QARTOD's rate of change:
 * temperature and salinity version 2.0, test 7, with {@code N_DEV} 3 and {@code TIM_DEV} 25 hours, a day and a tide;
 * along depth: gliders, test 8, with {@code ZRANGE_DEV} 25 m).
 *
 * <p>The window, its samples and what costs what are those of {@link WindowMoments}: the samples before this one, at
 * most the window's length back, as a population. A sample whose predecessor is missing or that has too few samples in
 * its window is {@link QcFlag#UNKNOWN}. The manuals have no fail level; ours may be off. One instance serves one
 * series.
 */
public final class DeviationRate {

    /** Samples a window needs at least, by default: two steps. */
    public static final int FEWEST = 3;

    private final PastDeviation past;
    private final double suspect;
    private final double fail;

    /**
     * Starts before the first sample.
     *
     * @param length of the window: microseconds of time or micrometres of {@link ProfilePath}; above 0
     * @param fewest samples the window needs
     * @param suspect standard deviations above which a step is {@link QcFlag#SUSPECT}
     * @param fail standard deviations above which a step is {@link QcFlag#FAIL}; infinity for none
     */
    public DeviationRate(long length, int fewest, double suspect, double fail) {
        this.past = new PastDeviation(length, fewest);
        this.suspect = suspect;
        this.fail = fail;
    }

    /**
     * Returns the flag of the next sample.
     *
     * @param place microseconds or micrometres; {@link Long#MIN_VALUE} where not known
     * @param value of the sample
     */
    public byte next(long place, double value) {
        past.next(place, value);
        return PastDeviation.flag(value, past.step(), past.deviation(), suspect, fail);
    }
}
