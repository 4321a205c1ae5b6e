package dev.shoal.qc.manual;

import dev.shoal.qc.flag.QcFlag;

/**
 * Measures each sample of a series against the standard deviation of those before it: its step from the sample just
 * before, and its distance from the mean.
 *
 * <p>"Before" means earlier in the series and at most a window's length back on an axis: microseconds for time,
 * micrometres of {@link ProfilePath} for depth. The sample itself does not count, so that a spike does not hide in the
 * deviation it causes. Where too few samples are there, or the axis stepped back, nothing can be said. A sample costs
 * constant time on average, memory is that of two windows, and no sample farther back than a window has any effect.
 */
final class PastDeviation {

    /** The place of a sample whose place is not known. */
    static final long NO_PLACE = Long.MIN_VALUE;

    private final WindowMoments moments;
    private final int fewest;
    private double before = Double.NaN;
    private double step = Double.NaN;
    private double distance = Double.NaN;
    private double deviation = Double.NaN;

    PastDeviation(long length, int fewest) {
        if (fewest < 1) {
            throw new IllegalArgumentException(
                    "Cannot measure deviations: found at least " + fewest + " samples, expected at least 1.");
        }
        this.moments = new WindowMoments(length);
        this.fewest = fewest;
    }

    /** Goes on to the next sample. */
    void next(long place, double value) {
        step = Double.NaN;
        distance = Double.NaN;
        deviation = Double.NaN;
        if (place == NO_PLACE) {
            before = Double.NaN;
            return;
        }
        WindowMoments.Moments past = moments.at(place);
        if (Double.isFinite(value) && past.count() >= fewest && Double.isFinite(past.deviation())) {
            step = Math.abs(value - before);
            distance = Math.abs(value - past.mean());
            deviation = past.deviation();
        }
        before = value;
        if (Double.isFinite(value)) {
            moments.add(place, value);
        }
    }

    /** Returns how far the sample lies from the one just before; NaN where that is missing or nothing can be said. */
    double step() {
        return step;
    }

    /** Returns how far the sample lies from the mean of the window; NaN where nothing can be said. */
    double distance() {
        return distance;
    }

    /** Returns the standard deviation of the window's samples as a population; NaN where nothing can be said. */
    double deviation() {
        return deviation;
    }

    /** Returns the flag of a measure that may be so many deviations large. */
    static byte flag(double value, double measure, double deviation, double suspect, double fail) {
        if (!Double.isFinite(value)) {
            return QcFlag.MISSING;
        }
        return Levels.orUnknown(Levels.above(measure, times(suspect, deviation), times(fail, deviation)));
    }

    /** An infinite multiple is a threshold that is off, also where nothing varies. */
    private static double times(double multiple, double deviation) {
        return multiple == Levels.OFF ? Levels.OFF : multiple * deviation;
    }
}
