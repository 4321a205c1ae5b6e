package dev.shoal.qc.manual;

import dev.shoal.qc.flag.QcFlag;
import java.util.Arrays;

/**
 * Tests of one burst of a wave sensor, the short-term time series of QARTOD's manual for in-situ surface waves, version
 * 2.1 (2019), tests 9 to 13.
 *
 * <p>A burst is the samples {@code start} to {@code end} of an array, evenly spaced in time, NaN where missing. A test
 * either flags each sample or the burst; where it does both, the burst's flag is returned and those of its samples are
 * written at their places. A burst without a sample is {@link QcFlag#MISSING}.
 */
public final class WaveBurst {

    /** Acceleration of free fall, metres per second squared. */
    public static final double GRAVITY = 9.80665;

    private WaveBurst() {}

    /**
     * Flags a burst with too many missing samples in a row (test 9).
     *
     * @param values not changed
     * @param longest missing samples in a row from which on the burst is {@link QcFlag#FAIL}
     */
    public static byte gap(double[] values, int start, int end, int longest) {
        int run = 0;
        int worst = 0;
        int present = 0;
        for (int i = start; i < end; i++) {
            run = Double.isFinite(values[i]) ? 0 : run + 1;
            present += run == 0 ? 1 : 0;
            worst = Math.max(worst, run);
        }
        if (present == 0) {
            return QcFlag.MISSING;
        }
        return worst >= longest ? QcFlag.FAIL : QcFlag.GOOD;
    }

    /**
     * Finds spikes (test 10): samples that lie at least {@code multiple} standard deviations from the mean.
     *
     * <p>In each pass a spike is replaced by the mean of the samples beside it (of the one, where one is missing), for
     * the next pass to look again; the values themselves are not changed. The burst is {@link QcFlag#FAIL} where spikes
     * are still found after the last pass or where more than a share of its samples were spikes. In a burst that passes
     * the spikes are {@link QcFlag#SUSPECT} and the other samples {@link QcFlag#GOOD}, in one that fails all samples
     * are {@link QcFlag#FAIL}. The standard deviation is that of a population.
     *
     * @param values not changed
     * @param multiple {@code M}; 4 is usual
     * @param passes {@code P}
     * @param percent {@code N}: spikes, in per cent of the samples present, above which the burst fails
     * @param flags as long as {@code values}; those of the burst are overwritten
     */
    public static byte spikes(
            double[] values, int start, int end, double multiple, int passes, double percent, byte[] flags) {
        double[] work = Arrays.copyOfRange(values, start, end);
        boolean[] spikes = new boolean[work.length];
        int present = 0;
        for (double value : work) {
            present += Double.isFinite(value) ? 1 : 0;
        }
        int latest = 1;
        for (int pass = 0; pass < passes && latest > 0; pass++) {
            latest = replace(work, multiple, spikes);
        }
        int found = 0;
        for (boolean spike : spikes) {
            found += spike ? 1 : 0;
        }
        boolean fails = found * 100.0 > percent * present || replace(work, multiple, spikes.clone()) > 0;
        for (int i = start; i < end; i++) {
            byte flag = fails ? QcFlag.FAIL : spikes[i - start] ? QcFlag.SUSPECT : QcFlag.GOOD;
            flags[i] = Double.isFinite(values[i]) ? flag : QcFlag.MISSING;
        }
        return present == 0 ? QcFlag.MISSING : fails ? QcFlag.FAIL : QcFlag.GOOD;
    }

    private static int replace(double[] work, double multiple, boolean[] spikes) {
        WindowMoments.Moments moments = new WindowMoments.Moments();
        for (double value : work) {
            if (Double.isFinite(value)) {
                moments.add(value);
            }
        }
        double far = multiple * moments.deviation();
        double[] before = work.clone();
        int found = 0;
        for (int i = 0; i < work.length; i++) {
            if (Math.abs(before[i] - moments.mean()) >= far && far > 0) {
                spikes[i] = true;
                found++;
                work[i] = between(before, i);
            }
        }
        return found;
    }

    private static double between(double[] values, int i) {
        double before = i > 0 ? values[i - 1] : Double.NaN;
        double after = i + 1 < values.length ? values[i + 1] : Double.NaN;
        if (Double.isNaN(before)) {
            return after;
        }
        return Double.isNaN(after) ? before : (before + after) / 2;
    }

    /**
     * Flags a sample beyond what the instrument or the place can have (test 11).
     *
     * @param low least the instrument can give; below it a sample is {@link QcFlag#FAIL}
     * @param high greatest the instrument can give
     * @param localLow least the place is expected to have; below it a sample is {@link QcFlag#SUSPECT}
     * @param localHigh greatest the place is expected to have
     */
    public static byte range(double value, double low, double high, double localLow, double localHigh) {
        byte flag = Levels.outside(value, low, high, QcFlag.FAIL);
        return flag == QcFlag.GOOD ? Levels.outside(value, localLow, localHigh, QcFlag.SUSPECT) : flag;
    }

    /**
     * Flags a burst whose mean shifts from one segment to the next (test 12).
     *
     * <p>Samples at the end that do not fill a segment and segments without a sample do not count; with fewer than two
     * segments the burst is {@link QcFlag#UNKNOWN}.
     *
     * @param values not changed
     * @param segment number of samples in one, missing ones included
     * @param shift difference between the means of segments that follow each other above which the burst is
     *     {@link QcFlag#FAIL}
     */
    public static byte segmentShift(double[] values, int start, int end, int segment, double shift) {
        double before = Double.NaN;
        byte flag = gap(values, start, end, Integer.MAX_VALUE) == QcFlag.MISSING ? QcFlag.MISSING : QcFlag.UNKNOWN;
        for (int from = start; from + segment <= end; from += segment) {
            double mean = mean(values, from, from + segment);
            double apart = Math.abs(mean - before);
            if (apart > shift) {
                return QcFlag.FAIL;
            }
            flag = Double.isNaN(apart) ? flag : QcFlag.GOOD;
            before = Double.isNaN(mean) ? before : mean;
        }
        return flag;
    }

    private static double mean(double[] values, int start, int end) {
        WindowMoments.Moments moments = new WindowMoments.Moments();
        for (int i = start; i < end; i++) {
            if (Double.isFinite(values[i])) {
                moments.add(values[i]);
            }
        }
        return moments.count() == 0 ? Double.NaN : moments.mean();
    }

    /**
     * Flags a sample where the water would have to fall faster than it can (test 13).
     *
     * @param acceleration metres per second squared, gravity left out
     * @param multiple of {@link #GRAVITY} above which it is {@link QcFlag#SUSPECT}; the manual recommends at most 0.5
     */
    public static byte acceleration(double acceleration, double multiple) {
        return Levels.above(Math.abs(acceleration), multiple * GRAVITY, Levels.OFF);
    }

    /**
     * Flags a sample of displacements where the water would have to fall faster than it can (test 13); the first and
     * the last of a burst and those beside a missing one are {@link QcFlag#UNKNOWN}.
     *
     * @param before displacement just before, metres
     * @param value displacement, metres
     * @param after displacement just after, metres
     * @param seconds from one to the next
     * @param multiple of {@link #GRAVITY} above which it is {@link QcFlag#SUSPECT}; the manual recommends at most 0.5
     */
    public static byte acceleration(double before, double value, double after, double seconds, double multiple) {
        if (!Double.isFinite(value)) {
            return QcFlag.MISSING;
        }
        return Levels.orUnknown(acceleration((before - 2 * value + after) / (seconds * seconds), multiple));
    }
}
