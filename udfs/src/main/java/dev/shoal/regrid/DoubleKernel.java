package dev.shoal.regrid;

/** Applies rows to fields of double precision as {@link FloatKernel} does to those of single precision. */
final class DoubleKernel {
    private static final long INFINITE = 0x7ff0000000000000L;

    private final Rows rows;
    private final FieldRule rule;
    private final RowValue row;
    private final double[] source;
    private final double[] target;
    private final double[] share;
    private final Addends addends;
    private double[] addend = {};

    /**
     * Makes ready for fields that follow each other.
     *
     * @param share of the weights that is valid, overwritten; of no length where it is not wanted
     */
    DoubleKernel(Rows rows, FieldRule rule, Addends addends, double[] source, double[] target, double[] share) {
        this.rows = rows;
        this.rule = rule;
        this.addends = addends;
        this.row = rule.rowValue();
        this.source = source;
        this.target = target;
        this.share = share;
    }

    /** Makes the values of all fields. */
    void apply(int fields, int sourceCells) {
        if (addends == Addends.NONE) {
            apply(0, fields, sourceCells);
            return;
        }
        for (int field = 0; field < fields; field++) {
            addend = addends.of(source, field * sourceCells);
            apply(field, field + 1, sourceCells);
        }
    }

    private void apply(int first, int last, int sourceCells) {
        for (int start = 0; start < rows.cells(); start += rule.tile()) {
            int end = Math.min(rows.cells(), start + rule.tile());
            int field = first;
            for (; field + 1 < last && !rule.isByClasses(); field += 2) {
                two(start, end, field * sourceCells, sourceCells, field * rows.cells());
            }
            for (; field < last; field++) {
                one(start, end, field * sourceCells, field * rows.cells());
            }
        }
    }

    private void one(int start, int end, int from, int to) {
        masked(rule.isByClasses() ? start : plain(start, end, from, to), end, from, to);
    }

    private void two(int start, int end, int from, int sourceCells, int to) {
        int plain = plain(start, end, from, from + sourceCells, to, to + rows.cells());
        masked(plain, end, from, from + sourceCells, to, to + rows.cells());
    }

    /** Makes values of one field up to the first row that is not whole, and returns that. */
    private int plain(int start, int end, int from, int to) {
        int[] column = rows.column();
        double[] weight = rows.weight();
        int e = rows.start()[start];
        for (int cell = start; cell < end; cell++) {
            double sum = first(cell);
            for (int last = rows.start()[cell + 1]; e < last; e++) {
                sum += weight[e] * source[from + column[e]];
            }
            double value = rule.whole(cell, sum);
            if (Double.isNaN(value)) {
                return cell;
            }
            put(to + cell, value, rule.wholeShare(cell));
        }
        return end;
    }

    /** Makes values of two fields up to the first row that is not whole in both, and returns that. */
    private int plain(int start, int end, int fromA, int fromB, int toA, int toB) {
        int[] column = rows.column();
        double[] weight = rows.weight();
        int e = rows.start()[start];
        for (int cell = start; cell < end; cell++) {
            double sumA = 0;
            double sumB = 0;
            for (int last = rows.start()[cell + 1]; e < last; e++) {
                sumA += weight[e] * source[fromA + column[e]];
                sumB += weight[e] * source[fromB + column[e]];
            }
            double a = rule.whole(cell, sumA);
            double b = rule.whole(cell, sumB);
            if (Double.isNaN(a) || Double.isNaN(b)) {
                return cell;
            }
            put(toA + cell, a, rule.wholeShare(cell));
            put(toB + cell, b, rule.wholeShare(cell));
        }
        return end;
    }

    private void masked(int start, int end, int from, int to) {
        int[] column = rows.column();
        double[] weight = rows.weight();
        int e = rows.start()[start];
        for (int cell = start; cell < end; cell++) {
            double sum = first(cell);
            double valid = 0;
            long all = -1;
            for (int last = rows.start()[cell + 1]; e < last; e++) {
                long bits = Double.doubleToRawLongBits(source[from + column[e]]);
                long there = there(bits);
                double kept = Double.longBitsToDouble(Double.doubleToRawLongBits(weight[e]) & there);
                sum += kept * Double.longBitsToDouble(bits & there);
                valid += kept;
                all &= there;
            }
            finish(cell, from, to, sum, valid, all < 0);
        }
    }

    private void masked(int start, int end, int fromA, int fromB, int toA, int toB) {
        int[] column = rows.column();
        double[] weight = rows.weight();
        int e = rows.start()[start];
        for (int cell = start; cell < end; cell++) {
            double sumA = 0;
            double sumB = 0;
            double validA = 0;
            double validB = 0;
            long allA = -1;
            long allB = -1;
            for (int last = rows.start()[cell + 1]; e < last; e++) {
                long bits = Double.doubleToRawLongBits(weight[e]);
                long bitsA = Double.doubleToRawLongBits(source[fromA + column[e]]);
                long bitsB = Double.doubleToRawLongBits(source[fromB + column[e]]);
                long thereA = there(bitsA);
                long thereB = there(bitsB);
                double keptA = Double.longBitsToDouble(bits & thereA);
                double keptB = Double.longBitsToDouble(bits & thereB);
                sumA += keptA * Double.longBitsToDouble(bitsA & thereA);
                sumB += keptB * Double.longBitsToDouble(bitsB & thereB);
                validA += keptA;
                validB += keptB;
                allA &= thereA;
                allB &= thereB;
            }
            finish(cell, fromA, toA, sumA, validA, allA < 0);
            finish(cell, fromB, toB, sumB, validB, allB < 0);
        }
    }

    /** Returns what the sum of a row starts with. */
    private double first(int cell) {
        return addend.length == 0 ? 0 : addend[cell];
    }

    /** Returns all bits set where a value is not NaN, else none. */
    private static long there(long bits) {
        return ((bits & Long.MAX_VALUE) - (INFINITE + 1)) >> 63;
    }

    private void finish(int cell, int from, int to, double sum, double valid, boolean all) {
        double value = rule.isByClasses() ? Double.NaN : rule.part(cell, sum, valid, all);
        if (Double.isNaN(value) && (rule.isByClasses() || rule.isOpen(sum, valid))) {
            value = byDefinition(cell, from);
        }
        put(to + cell, value, FieldRule.share(valid));
    }

    private double byDefinition(int cell, int from) {
        int start = rows.start()[cell];
        for (int e = start; e < rows.start()[cell + 1]; e++) {
            row.values()[e - start] = source[from + rows.column()[e]];
        }
        return row.of(cell, first(cell));
    }

    private void put(int at, double value, double valid) {
        target[at] = value;
        if (share.length > 0) {
            share[at] = valid;
        }
    }
}
