package dev.shoal.regrid;

import dev.shoal.qc.flag.QcFlag;
import java.util.Locale;

/**
 * Weights bound to a block of the source, applied to as many fields as wanted: the times and levels of a variable.
 * Immutable and safe to share between threads. {@link MissingPolicy} tells which value comes out where some are
 * missing.
 *
 * <p>Law: a target value depends on the weights of its cell, the source values they are of, and the rule alone, to the
 * last bit: sums are taken in double precision in the order of the weights. So any blocks and any number of fields at a
 * time give the same values.
 */
public final class Stencil {
    private static final float[] NO_FLOATS = {};
    private static final double[] NO_DOUBLES = {};

    private final int sourceCells;
    private final Method method;
    private final Rows rows;
    private final double[] targetArea;
    private final Addends addends;
    /** What the rule used last is for these rows; another thread may put another, which is as good. */
    private volatile FieldRule last;

    /**
     * Takes over the arrays.
     *
     * @param rows with cells of the block as columns
     * @param targetArea as {@link Weights#targetAreas}
     * @param addends what is added to the sums
     */
    Stencil(int sourceCells, Method method, Rows rows, double[] targetArea, Addends addends) {
        this.sourceCells = sourceCells;
        this.method = method;
        this.rows = rows;
        this.targetArea = targetArea;
        this.addends = addends;
        this.last = new FieldRule(rows, method, MissingRule.STANDARD, targetArea);
    }

    /** Returns the number of cells of the source block. */
    public int sourceCells() {
        return sourceCells;
    }

    /** Returns the number of target cells. */
    public int targetCells() {
        return rows.cells();
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
     * @throws IllegalArgumentException where the arrays are too short, or the rule's normalisation has no meaning for
     *     the method
     */
    public void apply(int fields, double[] source, MissingRule rule, double[] target) {
        check("values", fields, source.length, target.length);
        new DoubleKernel(rows, bound(rule), addends, source, target, NO_DOUBLES).apply(fields, sourceCells);
    }

    /**
     * Makes target values of several fields, and tells how much of each was there.
     *
     * @param validFraction for each target value the share of the weights that is on valid values, in [0, 1], for
     *     methods by area of the target cell's area, whatever the rule makes of it; overwritten
     */
    public void apply(int fields, double[] source, MissingRule rule, double[] target, double[] validFraction) {
        check("values", fields, source.length, Math.min(target.length, validFraction.length));
        new DoubleKernel(rows, bound(rule), addends, source, target, validFraction).apply(fields, sourceCells);
    }

    /**
     * Makes target values of several fields in single precision; the sums are of double precision, so that each value
     * is that of {@link #apply(int, double[], MissingRule, double[])}, rounded.
     */
    public void apply(int fields, float[] source, MissingRule rule, float[] target) {
        check("values", fields, source.length, target.length);
        new FloatKernel(rows, bound(rule), addends, source, target, NO_FLOATS).apply(fields, sourceCells);
    }

    /**
     * Makes target values of several fields in single precision, and tells how much of each was there, as
     * {@link #apply(int, double[], MissingRule, double[], double[])} does.
     */
    public void apply(int fields, float[] source, MissingRule rule, float[] target, float[] validFraction) {
        check("values", fields, source.length, Math.min(target.length, validFraction.length));
        new FloatKernel(rows, bound(rule), addends, source, target, validFraction).apply(fields, sourceCells);
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
     * Contributions of weight 0 count only where the policy lets them make a value missing.
     *
     * @param source flags of the block with {@link QcFlag} codes, row by row; not changed
     * @param rule the rule that the values are made with
     * @param target flags of the target cells, row by row, overwritten
     */
    public void worstFlags(byte[] source, MissingRule rule, byte[] target) {
        check("flags", 1, source.length, target.length);
        new FlagKernel(rows, RowRule.of(rule, method)).worst(source, target);
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
        new FlagKernel(rows, RowRule.of(rule, method)).worstOfKept(source, target);
    }

    /**
     * Returns for each cell of the block the area in steradians that target cells take of it.
     *
     * @return a new array; empty where the weights are no areas
     */
    public double[] sourceAreas() {
        if (targetArea.length < rows.cells()) {
            return new double[0];
        }
        double[] areas = new double[sourceCells];
        for (int cell = 0; cell < rows.cells(); cell++) {
            for (int e = rows.start()[cell]; e < rows.start()[cell + 1]; e++) {
                areas[rows.column()[e]] += rows.weight()[e] * targetArea[cell];
            }
        }
        return areas;
    }

    /** Returns the areas of the target cells in steradians; empty where the weights are no areas. Not to be changed. */
    public double[] targetAreas() {
        return targetArea;
    }

    /**
     * Adds the integrals of several fields to a report: of what they took from the source, and of the target values.
     *
     * @param source what {@code target} was made of
     * @param rule the rule that the values are made with
     * @param target the values made
     * @throws IllegalArgumentException where the weights are no areas
     */
    public void integrate(int fields, double[] source, MissingRule rule, double[] target, Conservation report) {
        check("values", fields, source.length, target.length);
        integrals(rule, report).add(fields, source, target);
    }

    /** Adds the integrals of target values alone; otherwise as {@link #integrate}. */
    public void integrateTarget(int fields, double[] source, MissingRule rule, double[] target, Conservation report) {
        check("values", fields, source.length, target.length);
        integrals(rule, report).addTarget(fields, source, target);
    }

    private Integrals integrals(MissingRule rule, Conservation report) {
        if (targetArea.length < rows.cells()) {
            throw new IllegalArgumentException("Cannot integrate what is regridded by "
                    + method.name().toLowerCase(Locale.ROOT).replace('_', '-')
                    + ": its weights are no areas, expected a method by area such as conservative.");
        }
        return new Integrals(sourceCells, rows, targetArea, rule.normalisation(), report);
    }

    private FieldRule bound(MissingRule rule) {
        FieldRule ready = last;
        if (!ready.missing().equals(rule)) {
            ready = new FieldRule(rows, method, rule, targetArea);
            last = ready;
        }
        return ready;
    }

    private void check(String what, int fields, int source, int target) {
        if (source < (long) fields * sourceCells || target < (long) fields * targetCells()) {
            throw new IllegalArgumentException("Cannot regrid " + fields + " fields: there are " + source + " source "
                    + what + " and room for " + target + ", expected " + sourceCells + " and " + targetCells()
                    + " per field.");
        }
    }
}
