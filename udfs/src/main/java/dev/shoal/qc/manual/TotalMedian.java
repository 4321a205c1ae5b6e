package dev.shoal.qc.manual;

import dev.shoal.qc.flag.QcFlag;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Flags total velocities that differ from the median of those around them (QARTOD's manual for HF radar surface
 * currents, edition of 2022, test 304).
 *
 * <p>Around a total are those, itself included, at most so many rows and so many columns of the grid away. The manual
 * does not say how vectors differ; here each component has its median, and the length of the vector from there to the
 * total counts. The grid may be sparse; where two totals share a cell both count.
 */
public final class TotalMedian {

    private final long[] rows;
    private final long[] columns;
    private final double[] u;
    private final double[] v;
    private final int[] order;
    private double[] us = new double[32];
    private double[] vs = new double[32];

    /**
     * Sorts one map.
     *
     * @param rows of the totals, whole numbers, NaN where missing; not changed
     * @param columns of the totals, likewise
     * @param u eastward, NaN where missing; lent
     * @param v northward, NaN where missing; lent
     */
    public TotalMedian(double[] rows, double[] columns, double[] u, double[] v) {
        this.rows = whole(rows);
        this.columns = whole(columns);
        this.u = u;
        this.v = v;
        this.order = IntStream.range(0, u.length)
                .filter(this::known)
                .boxed()
                .sorted(Comparator.comparingLong((Integer i) -> this.rows[i]).thenComparingLong(i -> this.columns[i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static long[] whole(double[] places) {
        return Arrays.stream(places)
                .mapToLong(place -> Double.isFinite(place) ? Math.round(place) : Long.MIN_VALUE)
                .toArray();
    }

    private boolean known(int i) {
        return isThere(i) && rows[i] != Long.MIN_VALUE && columns[i] != Long.MIN_VALUE;
    }

    private boolean isThere(int i) {
        return Double.isFinite(u[i]) && Double.isFinite(v[i]);
    }

    /**
     * Flags every total.
     *
     * @param steps rows and columns away that others count
     * @param fail length above which a total is {@link QcFlag#FAIL}
     * @param flags overwritten; {@link QcFlag#UNKNOWN} where a row or a column is missing
     */
    public void flag(int steps, double fail, byte[] flags) {
        for (int i = 0; i < u.length; i++) {
            if (known(i)) {
                int count = around(i, steps);
                double away = Math.hypot(u[i] - median(us, count), v[i] - median(vs, count));
                flags[i] = Levels.above(away, Levels.OFF, fail);
            } else {
                flags[i] = isThere(i) ? QcFlag.UNKNOWN : QcFlag.MISSING;
            }
        }
    }

    private int around(int i, int steps) {
        int count = 0;
        for (long row = rows[i] - steps; row <= rows[i] + steps; row++) {
            for (int at = first(row, columns[i] - steps); at < order.length; at++) {
                int other = order[at];
                if (rows[other] != row || columns[other] > columns[i] + steps) {
                    break;
                }
                if (count == us.length) {
                    us = Arrays.copyOf(us, 2 * count);
                    vs = Arrays.copyOf(vs, 2 * count);
                }
                us[count] = u[other];
                vs[count++] = v[other];
            }
        }
        return count;
    }

    /** Returns the first in order that does not come before a cell. */
    private int first(long row, long column) {
        int low = 0;
        int high = order.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            int i = order[middle];
            if (rows[i] < row || (rows[i] == row && columns[i] < column)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static double median(double[] values, int count) {
        Arrays.sort(values, 0, count);
        return (values[(count - 1) / 2] + values[count / 2]) / 2;
    }
}
