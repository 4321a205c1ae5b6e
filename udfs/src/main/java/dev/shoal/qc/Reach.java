package dev.shoal.qc;

import java.io.Serializable;

/**
 * How far around a sample a test looks: the halo a part of a series needs so that its flags are those of the whole.
 *
 * <p>A sample is needed where it lies within the reach in samples or within the reach in time.
 *
 * @param samplesBefore samples before the first one flagged; {@link Long#MAX_VALUE} for all
 * @param samplesAfter samples after the last one flagged; {@link Long#MAX_VALUE} for all
 * @param secondsBefore time before the first sample flagged; infinite for all
 * @param secondsAfter time after the last sample flagged; infinite for all
 */
public record Reach(long samplesBefore, long samplesAfter, double secondsBefore, double secondsAfter)
        implements Serializable {

    /** A test that looks at nothing but the sample itself. */
    public static final Reach NONE = new Reach(0, 0, 0, 0);

    /** A test that must see the whole series. */
    public static final Reach WHOLE =
            new Reach(Long.MAX_VALUE, Long.MAX_VALUE, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);

    /** Refuses negative reaches. */
    public Reach {
        if (samplesBefore < 0 || samplesAfter < 0 || !(secondsBefore >= 0) || !(secondsAfter >= 0)) {
            throw new IllegalArgumentException("Cannot make a reach: found " + samplesBefore + " and " + samplesAfter
                    + " samples, " + secondsBefore + " and " + secondsAfter + " s, expected none below 0.");
        }
    }

    /** Returns a reach counted in samples. */
    public static Reach samples(long before, long after) {
        return new Reach(before, after, 0, 0);
    }

    /** Returns a reach measured in time. */
    public static Reach seconds(double before, double after) {
        return new Reach(0, 0, before, after);
    }

    /** Returns the smallest reach that holds both. */
    public Reach and(Reach other) {
        return new Reach(
                Math.max(samplesBefore, other.samplesBefore),
                Math.max(samplesAfter, other.samplesAfter),
                Math.max(secondsBefore, other.secondsBefore),
                Math.max(secondsAfter, other.secondsAfter));
    }

    /**
     * Returns the first sample that a test looks at to flag those from one on.
     *
     * @param whole its times ascend where the reach is in time; where one is missing, all before count as needed
     * @param start first sample to flag
     */
    public int firstNeeded(Series whole, int start) {
        int first = (int) Math.max(0, start - Math.min(start, samplesBefore));
        if (start >= whole.size() || !(secondsBefore > 0)) {
            return first;
        }
        long[] times = whole.timeMicros();
        double earliest = times[start] - secondsBefore * Series.MICROS_PER_SECOND;
        int inTime = start;
        while (inTime > 0 && (hasNoTime(times, inTime - 1, start) || times[inTime - 1] >= earliest)) {
            inTime--;
        }
        return Math.min(first, inTime);
    }

    /**
     * Returns the end of the samples that a test looks at to flag those up to one.
     *
     * @param whole as for {@link #firstNeeded}
     * @param end one past the last sample to flag
     */
    public int endNeeded(Series whole, int end) {
        int last = (int) Math.min(whole.size(), end + Math.min(whole.size(), samplesAfter));
        if (end <= 0 || !(secondsAfter > 0)) {
            return last;
        }
        long[] times = whole.timeMicros();
        double latest = times[end - 1] + secondsAfter * Series.MICROS_PER_SECOND;
        int inTime = end;
        while (inTime < whole.size() && (hasNoTime(times, inTime, end - 1) || times[inTime] <= latest)) {
            inTime++;
        }
        return Math.max(last, inTime);
    }

    private static boolean hasNoTime(long[] times, int i, int j) {
        return times[i] == Series.NO_TIME || times[j] == Series.NO_TIME;
    }
}
