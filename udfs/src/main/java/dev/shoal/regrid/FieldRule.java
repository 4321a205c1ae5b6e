package dev.shoal.regrid;

import java.util.Arrays;

/** A rule bound to the rows it is applied to: what becomes of a sum of which nothing is missing. */
final class FieldRule {
    private static final int TILE_ENTRIES = 8192;

    private final Rows rows;
    private final RowRule rule;
    private final boolean largest;
    private final double[] factor;
    private final double[] whole;

    /**
     * Binds a rule.
     *
     * @param targetArea of the target cells, needed where the sums are not normalised
     */
    FieldRule(Rows rows, Method method, MissingRule missing, double[] targetArea) {
        this.rows = rows;
        this.rule = RowRule.of(missing, method);
        this.largest = method == Method.LARGEST_AREA;
        this.factor = missing.normalisation() == Normalisation.NONE ? targetArea : ones(rows.cells());
        this.whole = whole();
    }

    /** Returns the divisor or factor of each whole row, NaN where even all of it does not make a value. */
    private double[] whole() {
        double[] by = rule.renormalises() ? rows.total().clone() : factor.clone();
        for (int cell = 0; cell < by.length; cell++) {
            boolean made = rule.strict()
                    ? rows.start()[cell] < rows.start()[cell + 1]
                    : rule.suffices(rows.total()[cell], rows.magnitude()[cell], rows.total()[cell]);
            by[cell] = made && !largest ? by[cell] : Double.NaN;
        }
        return by;
    }

    /** Returns the target value of a sum; NaN where something is missing, or {@link RowValue} has to make it. */
    double whole(int cell, double sum) {
        return rule.renormalises() ? sum / whole[cell] : sum * whole[cell];
    }

    /** Returns the share of the weights where nothing is missing. */
    double wholeShare(int cell) {
        return Math.max(0, Math.min(1, rows.total()[cell]));
    }

    /** Returns the number of rows that are applied to one field after the other, so that they stay in the cache. */
    int tile() {
        return Math.max(1, TILE_ENTRIES / Math.max(1, rows.longest()));
    }

    RowValue rowValue() {
        return new RowValue(rows, rule, largest, factor);
    }

    private static double[] ones(int count) {
        double[] ones = new double[count];
        Arrays.fill(ones, 1);
        return ones;
    }
}
