package dev.shoal.qc.manual;

import java.util.Arrays;

/** Looking up between the rows of a table. */
final class Tables {

    private Tables() {}

    /**
     * Returns what a table has at a place, straight between its rows; NaN outside it.
     *
     * @param places rising
     * @param values at those places
     * @param size rows
     */
    static double interpolate(double[] places, double[] values, int size, double place) {
        if (size == 0 || !(place >= places[0]) || place > places[size - 1]) {
            return Double.NaN;
        }
        int found = Arrays.binarySearch(places, 0, size, place);
        if (found >= 0) {
            return values[found];
        }
        int above = -found - 1;
        double share = (place - places[above - 1]) / (places[above] - places[above - 1]);
        return values[above - 1] + share * (values[above] - values[above - 1]);
    }
}
