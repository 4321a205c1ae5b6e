package dev.shoal.qc.field;

import java.io.Serializable;

/**
 * A field over latitude, longitude, depth and the time of the year, such as a climatology's mean: what it is at any
 * place. Does not change and may be used by many threads.
 *
 * <p>Beyond the outer nodes of latitude and depth, and of longitude where the field does not go round the globe, the
 * outer value holds for half a step more; farther out there is none.
 */
public final class GriddedField implements Serializable {

    private static final long serialVersionUID = 1;

    private static final int AXES = 4;

    private final FieldAxis lat;

    private final FieldAxis lon;

    /** None, or one. */
    private final FieldAxis[] depth;

    private final FieldCycle cycle;

    private final int[] lengths;

    private final float[] values;

    private final FieldMethod method;

    private final FieldMethod timeMethod;

    /**
     * Makes a field.
     *
     * @param values shape {@code (step, depth, lat, lon)}, NaN where missing; lent, not changed
     * @param method between nodes of latitude, longitude and depth
     * @param timeMethod between steps of the year
     * @throws IllegalArgumentException where an axis does not go one way, or the values are of another number
     */
    public GriddedField(FieldAxes axes, float[] values, FieldMethod method, FieldMethod timeMethod) {
        this.lat = FieldAxis.straight("latitude", axes.lat());
        this.lon = FieldAxis.round("longitude", axes.lon());
        this.depth = axes.depth().length == 0
                ? new FieldAxis[0]
                : new FieldAxis[] {FieldAxis.straight("depth", axes.depth())};
        this.cycle = axes.cycle();
        this.lengths = new int[] {axes.steps(), Math.max(1, axes.depth().length), axes.lat().length, axes.lon().length};
        if (values.length != axes.cells()) {
            throw new IllegalArgumentException("Cannot make a field of " + axes.cells() + " cells: found "
                    + values.length + " values, expected one for each.");
        }
        this.values = values;
        this.method = method;
        this.timeMethod = timeMethod;
    }

    /** Tells whether the field has levels, so that it is nowhere where the depth is missing. */
    public boolean hasDepth() {
        return depth.length > 0;
    }

    /** Tells whether the field has steps, so that it is nowhere where the time is missing. */
    public boolean hasTime() {
        return cycle != FieldCycle.NONE;
    }

    /** Returns the bytes that the values take. */
    public long bytes() {
        return (long) Float.BYTES * values.length;
    }

    /**
     * Returns what the field is at places.
     *
     * @param size number of places
     * @return one value each, NaN where the field has none or the place is not known
     */
    public double[] sample(FieldPlaces places, int size) {
        double[] sampled = new double[size];
        Between[] at = new Between[AXES];
        for (int axis = 0; axis < AXES; axis++) {
            at[axis] = new Between();
        }
        for (int i = 0; i < size; i++) {
            sampled[i] = find(places, i, at) ? value(at) : Double.NaN;
        }
        return sampled;
    }

    private boolean find(FieldPlaces places, int i, Between[] at) {
        double north = places.lat()[i];
        boolean found = Math.abs(north) <= 90
                && Double.isFinite(places.lon()[i])
                && (!hasTime() || findTime(places.timeMicros()[i], at[0]))
                && (!hasDepth() || depth[0].find(places.depth()[i], at[1]))
                && lat.find(north, at[2])
                && lon.find(places.lon()[i], at[3]);
        if (found && method == FieldMethod.NEAREST) {
            at[1].settle();
            at[2].settle();
            at[3].settle();
        }
        return found;
    }

    private boolean findTime(long micros, Between at) {
        if (micros == FieldPlaces.NO_TIME) {
            return false;
        }
        double position = cycle.position(micros, lengths[0]);
        if (timeMethod == FieldMethod.NEAREST) {
            at.at(Math.min(lengths[0] - 1, (int) position));
        } else {
            double fromMiddle = position - 0.5;
            int before = (int) Math.floor(fromMiddle);
            int low = Math.floorMod(before, lengths[0]);
            at.set(low, (low + 1) % lengths[0], fromMiddle - before);
        }
        return true;
    }

    private double value(Between[] at) {
        double sum = 0;
        double valid = 0;
        double all = 0;
        for (int corner = 0; corner < 1 << AXES; corner++) {
            double weight = 1;
            int cell = 0;
            for (int axis = 0; axis < AXES; axis++) {
                boolean isHigh = (corner >>> axis & 1) != 0;
                weight *= isHigh ? at[axis].share() : 1 - at[axis].share();
                cell = cell * lengths[axis] + (isHigh ? at[axis].high() : at[axis].low());
            }
            if (weight > 0) {
                all += weight;
                float value = values[cell];
                sum += Float.isNaN(value) ? 0 : weight * value;
                valid += Float.isNaN(value) ? 0 : weight;
            }
        }
        return valid > 0 && 2 * valid >= all ? sum / valid : Double.NaN;
    }
}
