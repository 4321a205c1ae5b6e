package dev.shoal.qc;

import java.io.Serializable;

/**
 * A closed range of values, its ends put in order.
 *
 * @param low the smaller end, in the values' unit; may be negative infinity
 * @param high the larger end, in the values' unit; may be positive infinity
 */
public record Span(double low, double high) implements Serializable {

    /** Every value. */
    public static final Span ALL = new Span(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    /** Puts the ends in order; refuses NaN. */
    public Span {
        if (Double.isNaN(low) || Double.isNaN(high)) {
            throw new IllegalArgumentException("Cannot make a span: found the ends " + low + " and " + high
                    + ", expected two numbers. Use an infinity for an open end.");
        }
        double smaller = Math.min(low, high);
        high = Math.max(low, high);
        low = smaller;
    }

    /** Tells whether every value of {@code other} lies in this span. */
    public boolean contains(Span other) {
        return other.low >= low && other.high <= high;
    }

    @Override
    public String toString() {
        return "[" + low + ", " + high + "]";
    }
}
