package dev.shoal.qc;

import java.io.Serializable;

/**
 * What a test must know of a whole series to judge a part of it as it would judge the whole.
 *
 * @param samples number of samples of the whole series, missing ones included; negative where not measured
 * @param intervalMicros median of the steps from one time to the next, in microseconds; the mean of the two middle ones
 *     where their number is even, not positive where time stands still or runs backwards, NaN where no step is known
 */
public record Cadence(long samples, double intervalMicros) implements Serializable {

    /** Stands for a series that is whole, so that a test measures it when it needs to. */
    public static final Cadence UNMEASURED = new Cadence(-1, Double.NaN);

    /**
     * Measures a whole series.
     *
     * @param timeMicros microseconds since 1970 UTC, {@link Series#NO_TIME} where missing; steps from or to a missing
     *     time do not count; not changed
     * @param size number of samples, at most the length of {@code timeMicros}
     */
    public static Cadence of(long[] timeMicros, int size) {
        long[] steps = new long[Math.max(0, size - 1)];
        int known = 0;
        boolean even = true;
        for (int i = 1; i < size; i++) {
            if (timeMicros[i] != Series.NO_TIME && timeMicros[i - 1] != Series.NO_TIME) {
                steps[known] = timeMicros[i] - timeMicros[i - 1];
                even &= steps[known++] == steps[0];
            }
        }
        if (known == 0) {
            return new Cadence(size, Double.NaN);
        }
        return new Cadence(size, even ? steps[0] : Median.of(steps, known));
    }

    /** Tells whether the whole series has been measured. */
    public boolean isMeasured() {
        return samples >= 0;
    }

    /**
     * Returns how many whole intervals fit in a time, rounded toward zero: negative where time runs backwards, and
     * {@link Integer#MIN_VALUE} where the interval is zero or not known.
     */
    int intervals(double seconds) {
        if (Double.isNaN(intervalMicros) || intervalMicros == 0) {
            return Integer.MIN_VALUE;
        }
        return (int) (seconds * Series.MICROS_PER_SECOND / intervalMicros);
    }
}
