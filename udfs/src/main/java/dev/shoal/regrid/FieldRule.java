package dev.shoal.regrid;

/** A rule bound to the rows it is applied to: what becomes of their sums. Not to be changed. */
final class FieldRule {
    private static final int TILE_ENTRIES = 1024;

    private final Rows rows;
    private final MissingRule missing;
    private final RowRule rule;
    private final boolean largest;
    private final double[] area;
    private final double[] whole;

    /**
     * Binds a rule.
     *
     * @param targetArea of the target cells, needed where the sums are not normalised
     */
    FieldRule(Rows rows, Method method, MissingRule missing, double[] targetArea) {
        this.rows = rows;
        this.missing = missing;
        this.rule = RowRule.of(missing, method);
        this.largest = method == Method.LARGEST_AREA;
        this.area = missing.normalisation() == Normalisation.NONE ? targetArea : new double[0];
        this.whole = whole();
    }

    /** Returns the divisor or factor of each whole row, NaN where even all of it does not make a value. */
    private double[] whole() {
        double[] by = new double[rows.cells()];
        for (int cell = 0; cell < by.length; cell++) {
            double total = rows.total()[cell];
            boolean made = rule.strict()
                    ? rows.start()[cell] < rows.start()[cell + 1]
                    : rule.suffices(total, rows.magnitude()[cell], total);
            double value = rule.renormalises() ? total : factor(cell);
            by[cell] = made ? value : Double.NaN;
        }
        return by;
    }

    MissingRule missing() {
        return missing;
    }

    /** Tells whether each value has to be made by {@link RowValue}. */
    boolean isByClasses() {
        return largest;
    }

    /** Returns what a sum that is not renormalised is multiplied by. */
    double factor(int cell) {
        return area.length == 0 ? 1 : area[cell];
    }

    /**
     * Returns the target value of the sum over a row of which nothing is missing; NaN where the row does not make one,
     * or something was missing.
     */
    double whole(int cell, double sum) {
        return rule.renormalises() ? sum / whole[cell] : sum * whole[cell];
    }

    /** Returns the share of the weights where nothing is missing. */
    double wholeShare(int cell) {
        return share(rows.total()[cell]);
    }

    /** Returns the share that valid weights are. */
    static double share(double valid) {
        return Math.max(0, Math.min(1, valid));
    }

    /**
     * Returns the target value of the sum over what is valid of a row; NaN where it makes none.
     *
     * @param all whether nothing was missing
     */
    double part(int cell, double sum, double valid, boolean all) {
        if (rule.strict()) {
            return all ? sum * whole[cell] : Double.NaN;
        }
        double magnitude = rows.isSigned() ? rows.magnitude()[cell] : valid;
        if (!rule.suffices(valid, magnitude, rows.total()[cell])) {
            return Double.NaN;
        }
        return rule.renormalises() ? sum / valid : sum * factor(cell);
    }

    /**
     * Tells whether {@link RowValue} has to look at a row that {@link #part} has made nothing of: an infinite value may
     * have had a weight of 0, and with weights of both signs {@link #part} takes the largest magnitude they can have.
     */
    boolean isOpen(double sum, double valid) {
        return Double.isNaN(sum) || (rows.isSigned() && valid > 0);
    }

    /** Returns the number of rows that are applied to one field after the other, so that they stay in the cache. */
    int tile() {
        long rowsPerTile = (long) TILE_ENTRIES * rows.cells() / Math.max(1, rows.column().length);
        return (int) Math.max(1, Math.min(TILE_ENTRIES, rowsPerTile));
    }

    RowValue rowValue() {
        return new RowValue(rows, rule, this);
    }
}
