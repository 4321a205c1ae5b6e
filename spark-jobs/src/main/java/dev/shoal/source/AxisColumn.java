package dev.shoal.source;

import dev.shoal.plan.Window;
import java.util.Arrays;
import java.util.OptionalInt;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.vectorized.ColumnVector;

/** A coordinate that belongs to the index on one axis, or to all cells; written anew only where the index changes. */
final class AxisColumn implements CellColumn {

    private final double[] values;
    private final AxisRows rows;
    private final DoubleVector vector;
    private double[] shown = new double[0];

    /**
     * Shows a coordinate.
     *
     * @param values of each index; one for all where there is no axis
     */
    AxisColumn(double[] values, OptionalInt axis, DataType type) {
        this.values = values;
        this.rows = new AxisRows(axis);
        this.vector = new DoubleVector(type);
    }

    @Override
    public ColumnVector vector() {
        return vector;
    }

    @Override
    public long start(Window window) {
        rows.start();
        return 0;
    }

    @Override
    public void show(CellCursor cursor) {
        shown = shown.length < cursor.most() ? new double[cursor.most()] : shown;
        rows.write(cursor, shown, (index, from, to) -> Arrays.fill(shown, from, to, values[index]));
        vector.show(shown, 0, cursor.count());
        vector.uniform(rows.isUniform(cursor));
    }
}
