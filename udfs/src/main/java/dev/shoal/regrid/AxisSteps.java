package dev.shoal.regrid;

import java.io.Serializable;

/**
 * Evenly spaced cell centres.
 *
 * @param start the first cell's centre in degrees
 * @param end the last cell's centre, a whole number of steps away to within a millionth of a step
 * @param step from one centre to the next, not 0, its sign leading from start to end
 */
public record AxisSteps(double start, double end, double step) implements Serializable {
    private static final double ROUNDING = 1e-6;
    private static final double MOST = 1e7;

    /** Refuses steps that do not lead from start to end, or not in a whole number. */
    public AxisSteps {
        double steps = (end - start) / step;
        if (!(steps >= 0 && steps < MOST)) {
            throw new IllegalArgumentException("Cannot make an axis from " + start + " to " + end + " by " + step
                    + ": expected numbers, and a step that leads from start to end.");
        }
        if (Math.abs(steps - Math.rint(steps)) > ROUNDING) {
            throw new IllegalArgumentException("Cannot make an axis from " + start + " to " + end + " by " + step
                    + ": that is " + steps
                    + " steps, expected a whole number. Start and end are centres of cells; end at "
                    + (start + Math.floor(steps) * step) + " or " + (start + Math.ceil(steps) * step) + ".");
        }
    }

    /** Returns the centres; each is {@code start + i step}, so errors do not add up. A new array. */
    public double[] values() {
        double[] values = new double[(int) Math.rint((end - start) / step) + 1];
        for (int i = 0; i < values.length; i++) {
            values[i] = start + i * step;
        }
        return values;
    }
}
