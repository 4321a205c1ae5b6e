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
    private final FieldRule field;
    private final double[] value;
    private final double[] classValue;
    private final double[] classWeight;

    RowValue(Rows rows, RowRule rule, FieldRule field) {
        this.rows = rows;
        this.rule = rule;
        this.field = field;
        this.value = new double[rows.longest()];
        this.classValue = new double[field.isByClasses() ? rows.longest() : 0];
        this.classWeight = new double[classValue.length];
    }

    /** Returns where the source values of a row are to be put, in its order, before {@link #of}. */
    double[] values() {
        return value;
    }

    /** Returns the target value of a row, NaN where it is missing; its sum starts with {@code first}. */
    double of(int cell, double first) {
        int start = rows.start()[cell];
        int count = rows.start()[cell + 1] - start;
        double sum = first;
        double valid = 0;
        double magnitude = 0;
        boolean all = count > 0;
        for (int k = 0; k < count; k++) {
            double weight = rows.weight()[start + k];
            boolean there = !Double.isNaN(value[k]);
            all &= there;
            if (there && weight != 0) {
                sum += weight * value[k];
                valid += weight;
                magnitude += Math.abs(weight);
            }
        }
        boolean made = rule.strict() ? all : rule.suffices(valid, magnitude, rows.total()[cell]);
        if (!made) {
            return Double.NaN;
        }
        if (field.isByClasses()) {
            return largest(start, count);
        }
        return rule.renormalises() ? sum / valid : sum * field.factor(cell);
    }

    /** Returns the value with the largest weight; of several the smallest. */
    private double largest(int start, int count) {
        int classes = classes(start, count);
        double most = 0;
        for (int k = 0; k < classes; k++) {
            most = Math.max(most, classWeight[k]);
        }
        double least = Double.NaN;
        for (int k = 0; k < classes; k++) {
            boolean wanted = classWeight[k] >= most * (1 - TIE) && !(least <= classValue[k]);
            least = wanted ? classValue[k] : least;
        }
        return least;
    }

    /** Adds up the weights of each value that there is, and returns how many there are. */
    private int classes(int start, int count) {
        int classes = 0;
        for (int k = 0; k < count; k++) {
            if (!Double.isNaN(value[k])) {
                int at = 0;
                while (at < classes && classValue[at] != value[k]) {
                    at++;
                }
                if (at == classes) {
                    classValue[classes] = value[k];
                    classWeight[classes++] = 0;
                }
                classWeight[at] += rows.weight()[start + k];
            }
        }
        return classes;
    }
}
