package dev.shoal.qc.field;

import java.io.Serializable;

/**
 * What the values of a field stand at.
 *
 * @param lat degrees north, going one way; two or more; owned by the record
 * @param lon degrees east of any origin, going one way round the globe at most once; two or more
 * @param depth metres, positive down, going one way; two or more, or none for a field without levels
 * @param cycle how its steps divide the year
 * @param steps how many there are; 1 for {@link FieldCycle#NONE}
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares axes.
public record FieldAxes(double[] lat, double[] lon, double[] depth, FieldCycle cycle, int steps)
        implements Serializable {

    /** Refuses steps that the cycle does not have. */
    public FieldAxes {
        if (!cycle.allows(steps)) {
            throw new IllegalArgumentException(
                    "Cannot make a field: found " + steps + " steps of the year, expected " + cycle.expected() + ".");
        }
    }

    /** Returns the axes of a field without levels and steps. */
    public static FieldAxes of(double[] lat, double[] lon) {
        return new FieldAxes(lat, lon, new double[0], FieldCycle.NONE, 1);
    }

    /** Returns how many values stand at these axes. */
    public long cells() {
        return Math.multiplyExact(
                Math.multiplyExact((long) steps, Math.max(1, depth.length)), (long) lat.length * lon.length);
    }
}
