package dev.shoal.regrid.sample;

import java.util.Arrays;

/**
 * Where positions lie on an axis: after which of its steps, and how far on the way to the next.
 *
 * @param step the last step not after the position; -1 for one outside the axis or NaN; owned by this record
 * @param weight of the next step, in [0, 1); owned by this record
 */
public record AxisPlaces(int[] step, double[] weight) {

    /**
     * Finds positions.
     *
     * @param axis strictly rising; not changed
     * @param positions in its unit, in any order; NaN is outside; not changed
     */
    public static AxisPlaces of(double[] axis, double[] positions) {
        for (int i = 0; i < axis.length; i++) {
            if (!Double.isFinite(axis[i]) || (i > 0 && axis[i] <= axis[i - 1])) {
                throw new IllegalArgumentException("Cannot find positions on an axis: step " + i + " is " + axis[i]
                        + ", expected numbers that keep rising.");
            }
        }
        int[] step = new int[positions.length];
        double[] weight = new double[positions.length];
        for (int i = 0; i < positions.length; i++) {
            int found = Arrays.binarySearch(axis, positions[i] + 0.0);
            boolean outside = Double.isNaN(positions[i]) || found == -1 || found == -axis.length - 1;
            step[i] = found >= 0 ? found : -found - 2;
            if (outside) {
                step[i] = -1;
            } else if (found < 0) {
                weight[i] = (positions[i] - axis[step[i]]) / (axis[step[i] + 1] - axis[step[i]]);
            }
        }
        return new AxisPlaces(step, weight);
    }

    /**
     * Returns the value between two steps: on the straight line where both are valid; missing where either is, unless
     * the position is on the first.
     */
    public double between(int position, double first, double second) {
        return weight[position] == 0 ? first : first + weight[position] * (second - first);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AxisPlaces that && Arrays.equals(step, that.step) && Arrays.equals(weight, that.weight);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(step) + Arrays.hashCode(weight);
    }

    @Override
    public String toString() {
        return step.length + " places on an axis";
    }
}
