package dev.shoal.regrid;

import dev.shoal.qc.flag.QcFlag;

/**
 * Weights bound to a block of the source, applied to as many fields as wanted: the times and levels of a variable.
 * Immutable and safe to share between threads.
 */
public final class Stencil {
    private final int sourceCells;
    private final int[] rowStart;
    private final int[] column;
    private final double[] weight;

    /** Takes over the arrays; columns are cells of the block. */
    Stencil(int sourceCells, int[] rowStart, int[] column, double[] weight) {
        this.sourceCells = sourceCells;
        this.rowStart = rowStart;
        this.column = column;
        this.weight = weight;
    }

    /** Returns the number of cells of the source block. */
    public int sourceCells() {
        return sourceCells;
    }

    /** Returns the number of target cells. */
    public int targetCells() {
        return rowStart.length - 1;
    }

    /**
     * Makes target values out of the source values of one field.
     *
     * @param source the block, row by row; NaN means missing; not changed
     * @param rule when a target value is missing
     * @param target the target cells, row by row, overwritten; NaN means missing
     */
    public void apply(double[] source, MissingRule rule, double[] target) {
        apply(1, source, rule, target);
    }

    /**
     * Makes target values of several fields that follow each other in both arrays.
     *
     * @param fields number of fields
     * @param source the blocks, one after the other; NaN means missing; not changed
     * @param rule when a target value is missing
     * @param target the target cells of each field, one after the other, overwritten; NaN means missing
     */
    public void apply(int fields, double[] source, MissingRule rule, double[] target) {
        check("values", fields, source.length, target.length);
        for (int field = 0; field < fields; field++) {
            if (rule.policy() == MissingPolicy.CDO) {
                strict(source, field * sourceCells, target, field * targetCells());
            } else {
                renormalised(source, field * sourceCells, rule, target, field * targetCells());
            }
        }
    }

    /**
     * Carries quality flags over to the target. Source values flagged FAIL or MISSING must have been made missing
     * before {@link #apply}; then a target value is NaN exactly where its flag is FAIL or MISSING.
     *
     * <ul>
     *   <li>MISSING contributions are passed over; where no value can be made without them the flag is MISSING;
     *   <li>where a value was made although FAIL contributions were left out, it is SUSPECT;
     *   <li>where a value is missing only because FAIL contributions were left out, the flag is FAIL;
     *   <li>otherwise the worst flag of the contributions: SUSPECT over GOOD over UNKNOWN.
     * </ul>
     *
     * Contributions of weight 0 count only for {@link MissingPolicy#CDO}, and only there where they make a value
     * missing.
     *
     * @param source flags of the block with {@link QcFlag} codes, row by row; not changed
     * @param rule the rule that the values are made with
     * @param target flags of the target cells, row by row, overwritten
     */
    public void worstFlags(byte[] source, MissingRule rule, byte[] target) {
        check("flags", 1, source.length, target.length);
        for (int cell = 0; cell < targetCells(); cell++) {
            target[cell] = rule.policy() == MissingPolicy.CDO ? strictFlag(source, cell) : flag(source, rule, cell);
        }
    }

    /**
     * Carries quality flags over to the target where the values flagged FAIL were left among those of {@link #apply}: a
     * target value is NaN exactly where its flag is MISSING, otherwise the flag is the worst of the contributions.
     *
     * @param source flags of the block with {@link QcFlag} codes, row by row; not changed
     * @param rule the rule that the values are made with
     * @param target flags of the target cells, row by row, overwritten
     */
    public void worstOfKept(byte[] source, MissingRule rule, byte[] target) {
        check("flags", 1, source.length, target.length);
        for (int cell = 0; cell < targetCells(); cell++) {
            double valid = 0;
            boolean whole = true;
            byte worst = QcFlag.MISSING;
            for (int e = rowStart[cell]; e < rowStart[cell + 1]; e++) {
                byte flag = source[column[e]];
                whole &= flag != QcFlag.MISSING;
                if (flag != QcFlag.MISSING && weight[e] > 0) {
                    valid += weight[e];
                    worst = QcFlag.worse(worst, flag);
                }
            }
            boolean made = rule.policy() == MissingPolicy.CDO ? whole : rule.suffices(valid);
            target[cell] = made ? worst : QcFlag.MISSING;
        }
    }

    private void renormalised(double[] source, int from, MissingRule rule, double[] target, int to) {
        for (int cell = 0; cell < targetCells(); cell++) {
            double sum = 0;
            double valid = 0;
            for (int e = rowStart[cell]; e < rowStart[cell + 1]; e++) {
                double value = source[from + column[e]];
                if (!Double.isNaN(value) && weight[e] > 0) {
                    sum += weight[e] * value;
                    valid += weight[e];
                }
            }
            target[to + cell] = rule.suffices(valid) ? sum / valid : Double.NaN;
        }
    }

    private void strict(double[] source, int from, double[] target, int to) {
        for (int cell = 0; cell < targetCells(); cell++) {
            double sum = rowStart[cell] == rowStart[cell + 1] ? Double.NaN : 0;
            for (int e = rowStart[cell]; e < rowStart[cell + 1]; e++) {
                double value = source[from + column[e]];
                sum += weight[e] > 0 || Double.isNaN(value) ? weight[e] * value : 0;
            }
            target[to + cell] = sum;
        }
    }

    private byte flag(byte[] source, MissingRule rule, int cell) {
        double valid = 0;
        double failed = 0;
        byte worst = QcFlag.MISSING;
        for (int e = rowStart[cell]; e < rowStart[cell + 1]; e++) {
            byte flag = source[column[e]];
            if (flag == QcFlag.FAIL) {
                failed += weight[e];
            } else if (flag != QcFlag.MISSING && weight[e] > 0) {
                valid += weight[e];
                worst = QcFlag.worse(worst, flag);
            }
        }
        if (rule.suffices(valid)) {
            return failed > 0 ? QcFlag.SUSPECT : worst;
        }
        return failed > 0 && rule.suffices(valid + failed) ? QcFlag.FAIL : QcFlag.MISSING;
    }

    private byte strictFlag(byte[] source, int cell) {
        boolean failed = false;
        byte worst = QcFlag.MISSING;
        for (int e = rowStart[cell]; e < rowStart[cell + 1]; e++) {
            byte flag = source[column[e]];
            if (flag == QcFlag.MISSING) {
                return QcFlag.MISSING;
            }
            failed |= flag == QcFlag.FAIL;
            worst = weight[e] > 0 ? QcFlag.worse(worst, flag) : worst;
        }
        return failed ? QcFlag.FAIL : worst;
    }

    private void check(String what, int fields, int source, int target) {
        if (source < (long) fields * sourceCells || target < (long) fields * targetCells()) {
            throw new IllegalArgumentException("Cannot regrid " + fields + " fields: there are " + source + " source "
                    + what + " and room for " + target + ", expected " + sourceCells + " and " + targetCells()
                    + " per field.");
        }
    }
}
