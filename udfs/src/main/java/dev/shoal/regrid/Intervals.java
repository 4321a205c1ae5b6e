package dev.shoal.regrid;

import java.util.Arrays;

/** Intervals of numbers in the order of their starts, to find those that meet another interval. */
final class Intervals {
    private static final double TURN = 360;
    private static final double MARGIN = 1e-9;

    private final int[] number;
    private final double[] start;
    private final double[] end;
    private final double[] farthestEnd;

    /** Takes intervals, numbered as given; not taken over. */
    Intervals(double[] starts, double[] ends) {
        Integer[] order = new Integer[starts.length];
        Arrays.setAll(order, k -> k);
        Arrays.sort(order, (a, b) -> Double.compare(starts[a], starts[b]));
        number = new int[starts.length];
        start = new double[starts.length];
        end = new double[starts.length];
        farthestEnd = new double[starts.length];
        double farthest = Double.NEGATIVE_INFINITY;
        for (int rank = 0; rank < number.length; rank++) {
            number[rank] = order[rank];
            start[rank] = starts[order[rank]];
            end[rank] = ends[order[rank]];
            farthest = Math.max(farthest, end[rank]);
            farthestEnd[rank] = farthest;
        }
    }

    /** Adds the numbers of all intervals that meet another or touch it. */
    void find(double low, double high, IntList found) {
        int last = to(high);
        for (int rank = from(low); rank < last; rank++) {
            if (end[rank] >= low) {
                found.add(number[rank]);
            }
        }
    }

    /**
     * Finds the intervals of longitude that meet another or nearly do, a turn before or after too; in order of their
     * numbers. Those here must start in [0, 360).
     */
    void findAround(double west, double width, IntList found) {
        double low = west - TURN * Math.floor(west / TURN) - MARGIN;
        double high = low + width + 2 * MARGIN;
        found.clear();
        for (int turn = -1; turn <= 1; turn++) {
            find(low + turn * TURN, high + turn * TURN, found);
        }
        found.sortAndDropRepeated();
    }

    /** Returns the first rank that may reach beyond a number. */
    int from(double value) {
        int low = 0;
        int high = number.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (farthestEnd[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Returns one past the last rank that starts before a number or at it. */
    int to(double value) {
        int low = 0;
        int high = number.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (start[middle] <= value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Tells whether an interval reaches a number from below. */
    boolean reaches(int rank, double value) {
        return end[rank] >= value;
    }

    int number(int rank) {
        return number[rank];
    }
}
