package dev.shoal.source;

import dev.shoal.plan.Window;
import java.util.Arrays;
import java.util.OptionalInt;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.vectorized.ColumnVector;

/** Timestamps that belong to the index on one axis, or to all cells; written anew only where the index changes. */
final class TimeColumn implements CellColumn {

    private final long[] micros;
    private final AxisRows rows;
    private final LongVector vector = new LongVector(DataTypes.TimestampType);
    private long[] shown = new long[0];

    /**
     * Shows times.
     *
     * @param micros since 1970 of each index; one for all where there is no axis
     */
    TimeColumn(long[] micros, OptionalInt axis) {
        this.micros = micros;
        this.rows = new AxisRows(axis);
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
        shown = shown.length < cursor.most() ? new long[cursor.most()] : shown;
        rows.write(cursor, shown, (index, from, to) -> Arrays.fill(shown, from, to, micros[index]));
        vector.show(shown, 0, cursor.count());
        vector.uniform(rows.isUniform(cursor));
    }
}
