package dev.shoal.regrid;

/** Applies rows to fields of single precision; sums are of double precision. {@link DoubleKernel} does the same. */
final class FloatKernel {
    private final Rows rows;
    private final FieldRule rule;

    FloatKernel(Rows rows, FieldRule rule) {
        this.rows = rows;
        this.rule = rule;
    }

    /** Makes the values of all fields, and the shares where there is room for them. */
    void apply(int fields, float[] source, int sourceCells, float[] target, float[] share) {
        RowValue odd = rule.rowValue();
        for (int start = 0; start < rows.cells(); start += rule.tile()) {
            int end = Math.min(rows.cells(), start + rule.tile());
            for (int field = 0; field < fields; field++) {
                tile(start, end, source, field * sourceCells, target, field * rows.cells(), share, odd);
            }
        }
    }

    private void tile(
            int start, int end, float[] source, int from, float[] target, int to, float[] share, RowValue odd) {
        for (int cell = start; cell < end; cell++) {
            double sum = 0;
            for (int e = rows.start()[cell]; e < rows.start()[cell + 1]; e++) {
                sum += rows.weight()[e] * source[from + rows.column()[e]];
            }
            double value = rule.whole(cell, sum);
            boolean plain = !Double.isNaN(value);
            target[to + cell] = (float) (plain ? value : odd(cell, source, from, odd));
            if (share.length > 0) {
                share[to + cell] = (float) (plain ? rule.wholeShare(cell) : odd.share());
            }
        }
    }

    private double odd(int cell, float[] source, int from, RowValue odd) {
        int start = rows.start()[cell];
        for (int e = start; e < rows.start()[cell + 1]; e++) {
            odd.values()[e - start] = source[from + rows.column()[e]];
        }
        return odd.of(cell);
    }
}
