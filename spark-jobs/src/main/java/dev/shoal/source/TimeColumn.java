package dev.shoal.source;

import dev.shoal.plan.Window;
import java.util.Arrays;
import java.util.OptionalInt;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.vectorized.ColumnVector;

/** Timestamps that belong to the index on one axis, or to all cells; written anew only where the index changes. */
final class TimeColumn implements CellColumn {

    private final long[] micros;
    private final OptionalInt axis;
    private final LongVector vector = new LongVector(DataTypes.TimestampType);
    private long[] shown = new long[0];
    private long key = -1;

    /**
     * Shows times.
     *
     * @param micros since 1970 of each index; one for all where there is no axis
     */
    TimeColumn(long[] micros, OptionalInt axis) {
        this.micros = micros;
        this.axis = axis;
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
            shown = shown.length < cursor.most() ? new long[cursor.most()] : shown;
            write(cursor, shown);
            key = wanted;
        }
        vector.show(shown, 0, cursor.count());
        vector.uniform(axis.isEmpty() || cursor.isFixed(axis.getAsInt()));
    }

    private void write(CellCursor cursor, long[] out) {
        if (axis.isEmpty()) {
            Arrays.fill(out, micros[0]);
            return;
        }
        cursor.runs(axis.getAsInt(), (index, from, to) -> Arrays.fill(out, from, to, micros[index]));
        cursor.repeat(axis.getAsInt(), out);
    }
}
