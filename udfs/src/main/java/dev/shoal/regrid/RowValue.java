package dev.shoal.regrid;

/**
 * Makes target values by the definition, one at a time, whatever is missing. Keeps the values it works on: one for each
 * thread.
 */
final class RowValue {
    /** Classes of a target cell whose weights differ by less than rounding may have equal shares. */
    private static final double TIE = 1e-9;

    private final Rows rows;
    private final RowRule rule;
    private final boolean largest;
    private final double[] factor;
    private final double[] value;
    private double share;

    /**
     * Makes ready for one rule.
     *
     * @param largest whether the value with the largest weight is wanted instead of a mean
     * @param factor what a sum that is not renormalised is multiplied by
     */
    RowValue(Rows rows, RowRule rule, boolean largest, double[] factor) {
        this.rows = rows;
        this.rule = rule;
        this.largest = largest;
        this.factor = factor;
        this.value = new double[rows.longest()];
    }

    /** Returns where the source values of a row are to be put, in its order, before {@link #of}. */
    double[] values() {
        return value;
    }

    /** Returns the share of the weights on valid values that the last target value was made with, in [0, 1]. */
    double share() {
        return share;
    }

    /** Returns the target value of a row, NaN where it is missing. */
    double of(int cell) {
        int start = rows.start()[cell];
        int count = rows.start()[cell + 1] - start;
        double sum = 0;
        double valid = 0;
        double magnitude = 0;
        int missing = 0;
        for (int k = 0; k < count; k++) {
            double weight = rows.weight()[start + k];
            boolean there = !Double.isNaN(value[k]);
            missing += there ? 0 : 1;
            if (there && weight != 0) {
                sum += weight * value[k];
                valid += weight;
                magnitude += Math.abs(weight);
            }
        }
        share = Math.max(0, Math.min(1, valid));
        if (rule.strict()) {
            return missing > 0 || count == 0 ? Double.NaN : sum * factor[cell];
        }
        if (!rule.suffices(valid, magnitude, rows.total()[cell])) {
            return Double.NaN;
        }
        if (largest) {
            return largest(start, count);
        }
        return rule.renormalises() ? sum / valid : sum * factor[cell];
    }

    /** Returns the value with the largest weight; of several the smallest. */
    private double largest(int start, int count) {
        double most = 0;
        for (int k = 0; k < count; k++) {
            most = Math.max(most, weightOf(value[k], start, count));
        }
        double least = Double.NaN;
        for (int k = 0; k < count; k++) {
            boolean largest = weightOf(value[k], start, count) >= most * (1 - TIE);
            least = largest && !(least <= value[k]) ? value[k] : least;
        }
        return least;
    }

    private double weightOf(double wanted, int start, int count) {
        double sum = 0;
        for (int k = 0; k < count; k++) {
            sum += value[k] == wanted ? rows.weight()[start + k] : 0;
        }
        return sum;
    }
}
