package dev.shoal.regrid.vertical;

import java.io.Serializable;

/**
 * How columns are taken to other levels.
 *
 * @param method how values are made
 * @param reach what becomes of targets outside the column; {@link VerticalMethod#CONSERVATIVE} never extrapolates
 * @param leastValidShare share of a target's weights that must be on valid values, in [0, 1]; with 0 one valid value is
 *     enough. Compared to within 1e-6. The standard of one half makes a target between a valid and a missing level take
 *     the valid one where that is the nearer, as CDO's {@code intlevel} does
 */
public record VerticalScheme(VerticalMethod method, VerticalReach reach, double leastValidShare)
        implements Serializable {
    private static final double STANDARD_SHARE = 0.5;
    private static final double ROUNDING = 1e-6;

    /** Refuses a share outside [0, 1]. */
    public VerticalScheme {
        if (!(leastValidShare >= 0 && leastValidShare <= 1)) {
            throw new IllegalArgumentException("Cannot take columns to other levels: the least valid share is "
                    + leastValidShare + ", expected a number in [0, 1].");
        }
    }

    /** Returns the scheme of a method that stays within the column and wants half of the weights on valid values. */
    public static VerticalScheme of(VerticalMethod method) {
        return new VerticalScheme(method, VerticalReach.WITHIN_COLUMN, STANDARD_SHARE);
    }

    /** Returns the same scheme with another reach. */
    public VerticalScheme reaching(VerticalReach other) {
        return new VerticalScheme(method, other, leastValidShare);
    }

    /** Returns the same scheme with another least valid share. */
    public VerticalScheme wanting(double share) {
        return new VerticalScheme(method, reach, share);
    }

    /** Tells whether this share of valid weights makes a value. */
    boolean suffices(double share) {
        return share > 0 && share >= leastValidShare - ROUNDING;
    }

    /**
     * Returns a coordinate as lines are straight along it: itself, or its logarithm.
     *
     * @throws IllegalArgumentException where it has no logarithm
     */
    double scaled(double coordinate) {
        if (method != VerticalMethod.LOG || Double.isNaN(coordinate)) {
            return coordinate;
        }
        if (coordinate <= 0) {
            throw new IllegalArgumentException("Cannot interpolate along the logarithm of a coordinate: found "
                    + coordinate + ", expected numbers above zero. Use linear.");
        }
        return Math.log(coordinate);
    }
}
