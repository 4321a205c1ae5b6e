package dev.shoal.regrid;

import java.util.Arrays;

/** Adds up contributions of the same source cells to one target cell. For one thread. */
final class WeightSum {
    private final int[] place;
    private int[] column = new int[64];
    private double[] weight = new double[64];
    private int count;

    WeightSum(int sourceCells) {
        place = new int[sourceCells];
        Arrays.fill(place, -1);
    }

    /** Adds the contributions from {@code start} to {@code end}. */
    void add(int[] sources, double[] shares, int start, int end) {
        for (int e = start; e < end; e++) {
            add(sources[e], shares[e]);
        }
    }

    /** Adds one contribution. */
    void add(int source, double share) {
        if (place[source] >= 0) {
            weight[place[source]] += share;
            return;
        }
        if (count == column.length) {
            column = Arrays.copyOf(column, 2 * count);
            weight = Arrays.copyOf(weight, 2 * count);
        }
        place[source] = count;
        column[count] = source;
        weight[count] = share;
        count++;
    }

    /** Hands the sums over in the order in which their source cells came first, and starts anew. */
    void moveTo(WeightList list) {
        for (int k = 0; k < count; k++) {
            list.add(column[k], weight[k]);
            place[column[k]] = -1;
        }
        count = 0;
    }
}
