package dev.shoal.regrid.vertical;

/**
 * Interpolates columns of values each to one level of its own: the depths along a track. Laws and layout are those of
 * {@link LevelColumns}. Immutable and safe to share between threads.
 */
public final class LevelSamples {
    private final VerticalScheme scheme;

    /** Makes ready; the method is not {@link VerticalMethod#CONSERVATIVE}. */
    public LevelSamples(VerticalScheme scheme) {
        if (scheme.method() == VerticalMethod.CONSERVATIVE) {
            throw new IllegalArgumentException("Cannot sample levels by method conservative, expected linear or log.");
        }
        this.scheme = scheme;
    }

    /**
     * Interpolates columns.
     *
     * @param coordinate shape {@code (levels, cells)}, or {@code (levels)} for an axis that all columns share; NaN
     *     where a column has no such level; not changed
     * @param values shape {@code (levels, cells)}; NaN means missing; not changed
     * @param levels one for each cell, in the unit and sense of the coordinate; where NaN the result is missing
     * @param result one for each cell, overwritten; NaN means missing
     */
    public void apply(double[] coordinate, double[] values, double[] levels, double[] result) {
        int cells = levels.length;
        if (cells == 0) {
            return;
        }
        ColumnShape shape = ColumnShape.of(cells, values.length);
        shape.checkCoordinate(coordinate.length, 0);
        shape.checkResult("values", result.length, 1);
        int stride = shape.stride(coordinate.length, 0);
        Column column = new Column(shape.levels());
        for (int cell = 0; cell < cells; cell++) {
            column.clear();
            int first = stride == 1 ? 0 : cell;
            for (int level = 0; level < shape.levels(); level++) {
                column.add(scheme.scaled(coordinate[first + level * stride]), values[level * cells + cell]);
            }
            column.arrange();
            column.look(scheme.scaled(levels[cell]), 0, scheme);
            result[cell] = column.made();
        }
    }
}
