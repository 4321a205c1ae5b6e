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
}
