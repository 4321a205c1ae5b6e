package dev.shoal.cf;

import java.io.Serializable;
import java.util.Arrays;

/**
 * Steps of time that are put together.
 *
 * @param steps their places on the source's axis, rising; owned by this record
 * @param weights of each, from 1; owned by this record
 * @param expected the weight of all steps that the period has room for
 * @param start microseconds of the calendar; of a climatology the start of the first year's period
 * @param end microseconds of the calendar, exclusive; of a climatology the end of the last year's period
 * @param at the time that stands for it, in microseconds of the calendar: its middle, of a climatology that of one year
 */
public record TimePeriod(int[] steps, long[] weights, long expected, long start, long end, long at)
        implements Serializable {

    /** Refuses a period without steps. */
    public TimePeriod {
        if (steps.length == 0 || steps.length != weights.length || expected < 1 || start > end) {
            throw new IllegalArgumentException("Cannot make a period of " + steps.length + " steps and "
                    + weights.length + " weights from " + start + " to " + end + ", expected one step or more.");
        }
    }

    /** Returns the share of what the period has room for that the steps fill, at most 1. */
    public double filled() {
        return Math.min(1, Arrays.stream(weights).sum() / (double) expected);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TimePeriod that
                && Arrays.equals(steps, that.steps)
                && Arrays.equals(weights, that.weights)
                && expected == that.expected
                && start == that.start
                && end == that.end
                && at == that.at;
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(steps) + Long.hashCode(start);
    }

    @Override
    public String toString() {
        return steps.length + " of " + expected + " steps in [" + start + ", " + end + ")";
    }
}
