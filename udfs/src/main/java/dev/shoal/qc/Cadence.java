package dev.shoal.qc;

import java.io.Serializable;

/**
 * What a test must know of a whole series to judge a part of it as it would judge the whole.
 *
 * @param samples number of samples of the whole series, missing ones included; negative where not measured
 * @param intervalMicros median of the steps from one time to the next, in microseconds; the mean of the two middle ones
 *     where their number is even, not positive where time stands still or runs backwards, NaN where no step is known
 * @param order whether the times of the whole series only grow
 */
public record Cadence(long samples, double intervalMicros, Order order) implements Serializable {

    /** How the times of a whole series follow each other. */
    public enum Order {
        /** Every time is known and none is smaller than the one before. */
        ASCENDING,
        /** A time is missing, or smaller than the one before. */
        BROKEN
    }

    /** Stands for a series that is whole, so that a test measures it when it needs to. */
    public static final Cadence UNMEASURED = new Cadence(-1, Double.NaN, Order.BROKEN);

    /** Makes the cadence of a series whose times only grow. */
    public Cadence(long samples, double intervalMicros) {
        this(samples, intervalMicros, Order.ASCENDING);
    }

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
        boolean ascending = size == 0 || timeMicros[0] != Series.NO_TIME;
        for (int i = 1; i < size; i++) {
            boolean isKnown = timeMicros[i] != Series.NO_TIME && timeMicros[i - 1] != Series.NO_TIME;
            ascending &= isKnown && timeMicros[i] >= timeMicros[i - 1];
            if (isKnown) {
                steps[known] = timeMicros[i] - timeMicros[i - 1];
                even &= steps[known++] == steps[0];
            }
        }
        Order order = ascending ? Order.ASCENDING : Order.BROKEN;
        if (known == 0) {
            return new Cadence(size, Double.NaN, order);
        }
        return new Cadence(size, even ? steps[0] : Median.of(steps, known), order);
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
