package dev.shoal.regrid;

/** Applies rows to fields of single precision; sums are of double precision. {@link DoubleKernel} does the same. */
final class FloatKernel {
    private static final double[] NOTHING = {};

    private final Rows rows;
    private final FieldRule rule;
    private final Addends addends;

    FloatKernel(Rows rows, FieldRule rule, Addends addends) {
        this.rows = rows;
        this.rule = rule;
        this.addends = addends;
    }

    /** Makes the values of all fields, and the shares where there is room for them. */
    void apply(int fields, float[] source, int sourceCells, float[] target, float[] share) {
        if (addends == Addends.NONE) {
            apply(0, fields, source, sourceCells, target, share, NOTHING);
            return;
        }
        for (int field = 0; field < fields; field++) {
            double[] addend = addends.of(doubles(source, field * sourceCells, sourceCells), 0);
            apply(field, field + 1, source, sourceCells, target, share, addend);
        }
    }

    private void apply(
            int first, int end, float[] source, int sourceCells, float[] target, float[] share, double[] addend) {
        RowValue odd = rule.rowValue();
        for (int start = 0; start < rows.cells(); start += rule.tile()) {
            int tileEnd = Math.min(rows.cells(), start + rule.tile());
            for (int field = first; field < end; field++) {
                tile(start, tileEnd, source, field * sourceCells, target, field * rows.cells(), share, addend, odd);
            }
        }
    }

    private void tile(
            int start,
            int end,
            float[] source,
            int from,
            float[] target,
            int to,
            float[] share,
            double[] addend,
            RowValue odd) {
        for (int cell = start; cell < end; cell++) {
            double first = addend.length == 0 ? 0 : addend[cell];
            double sum = first;
            for (int e = rows.start()[cell]; e < rows.start()[cell + 1]; e++) {
                sum += rows.weight()[e] * source[from + rows.column()[e]];
            }
            double value = rule.whole(cell, sum);
            boolean plain = !Double.isNaN(value);
            target[to + cell] = (float) (plain ? value : odd(cell, first, source, from, odd));
            if (share.length > 0) {
                share[to + cell] = (float) (plain ? rule.wholeShare(cell) : odd.share());
            }
        }
    }

    private double odd(int cell, double first, float[] source, int from, RowValue odd) {
        int start = rows.start()[cell];
        for (int e = start; e < rows.start()[cell + 1]; e++) {
            odd.values()[e - start] = source[from + rows.column()[e]];
        }
        return odd.of(cell, first);
    }

    private static double[] doubles(float[] source, int from, int count) {
        double[] values = new double[count];
        for (int k = 0; k < count; k++) {
            values[k] = source[from + k];
        }
        return values;
    }
}
