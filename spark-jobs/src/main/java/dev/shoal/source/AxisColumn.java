package dev.shoal.source;

import dev.shoal.plan.Window;
import java.util.Arrays;
import java.util.OptionalInt;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.vectorized.ColumnVector;

/** A coordinate that belongs to the index on one axis, or to all cells; written anew only where the index changes. */
final class AxisColumn implements CellColumn {

    private final double[] values;
    private final OptionalInt axis;
    private final DoubleVector vector;
    private double[] shown = new double[0];
    private long key = -1;

    /**
     * Shows a coordinate.
     *
     * @param values of each index; one for all where there is no axis
     */
    AxisColumn(double[] values, OptionalInt axis, DataType type) {
        this.values = values;
        this.axis = axis;
        this.vector = new DoubleVector(type);
    }

    @Override
    public ColumnVector vector() {
        return vector;
    }

    @Override
    public long start(Window window) {
        key = -1;
        return 0;
    }

    @Override
    public void show(CellCursor cursor) {
        long wanted = axis.isPresent() ? cursor.key(axis.getAsInt()) : 0;
        if (wanted != key) {
            shown = shown.length < cursor.most() ? new double[cursor.most()] : shown;
            write(cursor, shown);
            key = wanted;
        }
        vector.show(shown, 0, cursor.count());
        vector.uniform(axis.isEmpty() || cursor.isFixed(axis.getAsInt()));
    }

    private void write(CellCursor cursor, double[] out) {
        if (axis.isEmpty()) {
            Arrays.fill(out, values[0]);
            return;
        }
        cursor.runs(axis.getAsInt(), (index, from, to) -> Arrays.fill(out, from, to, values[index]));
        cursor.repeat(axis.getAsInt(), out);
    }
}
