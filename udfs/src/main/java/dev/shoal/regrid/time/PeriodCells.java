package dev.shoal.regrid.time;

import java.util.Arrays;

/**
 * The values of a period's steps, taken in one after another, and what becomes of them cell by cell.
 *
 * <p>Law: the result depends on the steps alone: not on the order in which they come, nor on how they were shared out
 * between several of these that were merged, to the last bit. Memory is that of the cells, however many steps there
 * are. Not thread-safe.
 */
public final class PeriodCells {
    private final TimeStatistic statistic;
    private final int cells;
    private final StepValues values;
    private final long[] weight;
    private final int[] count;

    /** Makes a period without steps. */
    public PeriodCells(TimeStatistic statistic, int cells) {
        this.statistic = statistic;
        this.cells = cells;
        this.values = StepValues.of(statistic, cells);
        this.weight = new long[cells];
        this.count = new int[cells];
    }

    /**
     * Takes in a step.
     *
     * @param order of the step in time; differs from step to step
     * @param stepWeight how long it lasts in any unit, the same for all steps, or 1 for each; above 0
     * @param field one value for each cell; NaN means missing; not changed
     */
    public void add(long order, long stepWeight, double[] field) {
        add(order, stepWeight, field, 0);
    }

    /**
     * Takes in one of several steps that follow each other in an array.
     *
     * @param fields of which the cells from {@code first} on are taken; not changed
     */
    public void add(long order, long stepWeight, double[] fields, int first) {
        check(stepWeight, fields.length - first);
        for (int cell = 0; cell < cells; cell++) {
            add(order, stepWeight, cell, fields[first + cell]);
        }
    }

    /** Takes in a step of single precision; see the other of this name. */
    public void add(long order, long stepWeight, float[] field) {
        add(order, stepWeight, field, 0);
    }

    /** Takes in one of several steps of single precision that follow each other in an array. */
    public void add(long order, long stepWeight, float[] fields, int first) {
        check(stepWeight, fields.length - first);
        for (int cell = 0; cell < cells; cell++) {
            add(order, stepWeight, cell, fields[first + cell]);
        }
    }

    private void add(long order, long stepWeight, int cell, double value) {
        if (!Double.isNaN(value)) {
            values.add(cell, order, stepWeight, value);
            weight[cell] = Math.addExact(weight[cell], stepWeight);
            count[cell]++;
        }
    }

    private void check(long stepWeight, int length) {
        if (stepWeight < 1 || length < cells) {
            throw new IllegalArgumentException("Cannot take in a step of weight " + stepWeight + " with " + length
                    + " values, expected a weight from 1 and " + cells + " values.");
        }
    }

    /** Takes in the steps of another of the same statistic and as many cells, none of which is in this one. */
    public void merge(PeriodCells other) {
        if (other.statistic != statistic || other.cells != cells) {
            throw new IllegalArgumentException("Cannot merge " + other.statistic + " of " + other.cells + " cells into "
                    + statistic + " of " + cells + ", expected the same.");
        }
        values.merge(other.values);
        for (int cell = 0; cell < cells; cell++) {
            weight[cell] = Math.addExact(weight[cell], other.weight[cell]);
            count[cell] += other.count[cell];
        }
    }

    /**
     * Makes the values of the period.
     *
     * @param expected the weight of all steps that the period should have
     * @param leastValidShare share of it that a cell's valid steps must have, in [0, 1]; with 0 one is enough. Compared
     *     to within 1e-6
     * @param result one value for each cell, overwritten; NaN means missing
     * @param share one number for each cell, overwritten: the share of the expected weight that is valid, at most 1
     */
    public void finish(long expected, double leastValidShare, double[] result, double[] share) {
        if (expected < 1 || !(leastValidShare >= 0 && leastValidShare <= 1)) {
            throw new IllegalArgumentException("Cannot make a period of an expected weight of " + expected
                    + " that wants a valid share of " + leastValidShare
                    + ", expected a weight from 1 and a share in [0, 1].");
        }
        for (int cell = 0; cell < cells; cell++) {
            share[cell] = Math.min(1, weight[cell] / (double) expected);
            boolean enough = count[cell] > 0 && share[cell] >= leastValidShare - 1e-6;
            boolean counts = statistic == TimeStatistic.COUNT && enough;
            double made = enough ? values.value(cell, weight[cell]) : Double.NaN;
            result[cell] = counts ? count[cell] : made;
        }
    }

    /** Forgets all steps, so that another period can begin. */
    public void clear() {
        values.clear();
        Arrays.fill(weight, 0);
        Arrays.fill(count, 0);
    }
}
