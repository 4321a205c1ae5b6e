package dev.shoal.regrid;

import java.util.Arrays;

/** The coordinates of a window's rows or columns in rising order, each with its position in the window. */
final class SortedCells {
    private final double[] value;
    private final int[] position;

    SortedCells(double[] values) {
        Integer[] order = new Integer[values.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Double.compare(values[a], values[b]));
        value = new double[values.length];
        position = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            position[i] = order[i];
            value[i] = values[order[i]];
        }
    }

    static SortedCells latitudes(double[] axis, int start, int end) {
        return new SortedCells(Arrays.copyOfRange(axis, start, end));
    }

    static SortedCells longitudes(double[] axis, int start, int end) {
        double[] normal = Arrays.copyOfRange(axis, start, end);
        Arrays.setAll(normal, i -> Longitudes.normal(normal[i]));
        return new SortedCells(normal);
    }

    int size() {
        return value.length;
    }

    double value(int rank) {
        return value[rank];
    }

    /** Returns the place in the window of the value of this rank. */
    int position(int rank) {
        return position[rank];
    }

    /** Returns the first rank whose value is not below a bound; {@link #size()} where all are. */
    int from(double bound) {
        int low = 0;
        int high = value.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (value[middle] < bound) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    boolean isWithin(double low, double high) {
        return value.length > 0 && value[0] <= high && value[value.length - 1] >= low;
    }
}
