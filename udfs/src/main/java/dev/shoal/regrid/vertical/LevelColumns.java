package dev.shoal.regrid.vertical;

import java.util.function.IntToDoubleFunction;

/**
 * Interpolates columns of values to target levels, each column by its own coordinate: depth, pressure, density.
 *
 * <p>Arrays hold level after level, the cells of a level side by side. A coordinate may rise or fall, and be NaN where
 * a column has no such level. Where it turns back, levels are passed over until it goes on beyond all levels before,
 * walking from the end with the smaller coordinate; a column whose ends are equal gives nothing.
 *
 * <p>Laws: a target equal to a level with a valid value takes that value unchanged; values that are linear in the
 * coordinate (or its logarithm) are kept; a constant is kept to the last bit; a column's result depends on that column
 * alone, and not on the way it is stored. Immutable and safe to share between threads.
 */
public final class LevelColumns {
    private final VerticalScheme scheme;
    private final TargetLevels targets;

    /** Receives what was made. */
    private interface Results {
        void put(int place, double value, double share);
    }

    /**
     * Makes ready for target levels.
     *
     * @param scheme whose method is not {@link VerticalMethod#CONSERVATIVE}
     * @param levels in the unit and sense of the columns' coordinate, in any order; copied in
     * @throws IllegalArgumentException where a level is not finite, or not above zero and to be interpolated by its
     *     logarithm
     */
    public LevelColumns(VerticalScheme scheme, double[] levels) {
        if (scheme.method() == VerticalMethod.CONSERVATIVE) {
            throw new IllegalArgumentException("Cannot interpolate to levels by method conservative, expected linear or"
                    + " log. Give the bounds of layers instead.");
        }
        this.scheme = scheme;
        this.targets = new TargetLevels(levels, scheme.method());
    }

    /**
     * Interpolates columns.
     *
     * @param cells number of columns
     * @param coordinate shape {@code (levels, cells)}, or {@code (levels)} for an axis that all columns share; NaN
     *     where a column has no such level; not changed
     * @param values shape {@code (levels, cells)}; NaN means missing; not changed
     * @param result shape {@code (targets, cells)}, overwritten; NaN means missing
     * @param share shape {@code (targets, cells)}, overwritten: the share of the weights that is on valid values, 0
     *     where the target is outside the column
     * @return how many columns turned back, so that levels were passed over
     * @throws IllegalArgumentException for arrays of another size, and by the logarithm for a coordinate not above zero
     */
    public int apply(int cells, double[] coordinate, double[] values, double[] result, double[] share) {
        ColumnShape shape = checked(cells, coordinate.length, values.length, result.length, share.length);
        return apply(shape, coordinate, place -> values[place], (place, value, valid) -> {
            result[place] = value;
            share[place] = valid;
        });
    }

    /** Interpolates columns of single precision, reckoning in double; see the other of this name. */
    public int apply(int cells, double[] coordinate, float[] values, float[] result, float[] share) {
        ColumnShape shape = checked(cells, coordinate.length, values.length, result.length, share.length);
        return apply(shape, coordinate, place -> values[place], (place, value, valid) -> {
            result[place] = (float) value;
            share[place] = (float) valid;
        });
    }

    private int apply(ColumnShape shape, double[] coordinate, IntToDoubleFunction values, Results results) {
        int cells = shape.cells();
        int stride = shape.stride(coordinate.length, 0);
        Column column = new Column(shape.levels());
        double[] made = new double[targets.count()];
        double[] valid = new double[targets.count()];
        int turned = 0;
        for (int cell = 0; cell < cells; cell++) {
            column.clear();
            int first = stride == 1 ? 0 : cell;
            for (int level = 0; level < shape.levels(); level++) {
                column.add(
                        scheme.scaled(coordinate[first + level * stride]), values.applyAsDouble(level * cells + cell));
            }
            turned += column.arrange() ? 1 : 0;
            interpolate(column, made, valid);
            for (int target = 0; target < made.length; target++) {
                results.put(target * cells + cell, made[target], valid[target]);
            }
        }
        return turned;
    }

    private ColumnShape checked(int cells, int coordinates, int values, int results, int shares) {
        ColumnShape shape = ColumnShape.of(cells, values);
        shape.checkCoordinate(coordinates, 0);
        shape.checkResult("values", results, targets.count());
        shape.checkResult("shares", shares, targets.count());
        return shape;
    }

    private void interpolate(Column column, double[] made, double[] valid) {
        int level = 0;
        for (int n = 0; n < made.length; n++) {
            int place = targets.place(n);
            level = column.look(targets.at(place), level, scheme);
            made[place] = column.made();
            valid[place] = column.share();
        }
    }
}
