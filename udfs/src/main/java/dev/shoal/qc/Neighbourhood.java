package dev.shoal.qc;

/**
 * Observations of one variable from many platforms, in no order: those to judge, and around them all that lie within a
 * test's reach, whoever judges those.
 *
 * <p>The arrays are lent and as long as each other.
 *
 * @param platform number of the platform, the same for all observations of one
 * @param timeMicros microseconds since 1970 UTC, {@link Series#NO_TIME} where missing
 * @param lat degrees north, NaN where missing
 * @param lon degrees east, NaN where missing
 * @param depthMetres positive down, NaN where missing
 * @param values in the variable's own unit, NaN where missing
 * @param judged how many are to be judged: the first of the arrays; the others are only looked at
 */
public record Neighbourhood(
        int[] platform,
        long[] timeMicros,
        double[] lat,
        double[] lon,
        double[] depthMetres,
        double[] values,
        int judged) {

    /** Refuses arrays of unequal length, and more to judge than there are. */
    public Neighbourhood {
        int size = values.length;
        if (platform.length != size
                || timeMicros.length != size
                || lat.length != size
                || lon.length != size
                || depthMetres.length != size
                || judged < 0
                || judged > size) {
            throw new IllegalArgumentException("Cannot make a neighbourhood of " + size + " values: found "
                    + platform.length + " platforms, " + timeMicros.length + " times, " + lat.length + " and "
                    + lon.length + " places, " + depthMetres.length + " depths and " + judged
                    + " to judge, expected as many of each and no more to judge.");
        }
    }

    /** Returns how many observations there are, those only looked at included. */
    public int size() {
        return values.length;
    }
}
