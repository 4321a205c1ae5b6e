package dev.shoal.source;

import dev.shoal.cf.GridVariable;
import dev.shoal.cf.TimeAxis;
import dev.shoal.netcdf.ArrayBlock;
import dev.shoal.regrid.Grid;
import java.util.OptionalInt;
import org.apache.spark.sql.execution.vectorized.WritableColumnVector;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/** Writes the values of some cells into a column. */
@FunctionalInterface
interface ColumnFiller {

    /** Writes NULL: the file lacks the variable. */
    ColumnFiller MISSING = (cursor, count, out) -> out.putNulls(0, count);

    /** Writes a value for each of the first {@code count} cells that the cursor passed last. */
    void fill(CellCursor cursor, int count, WritableColumnVector out);

    /** Writes a coordinate; NULL where there is none. */
    static ColumnFiller coordinate(CellSpace space, SourceColumn column) {
        return switch (column.role()) {
            case TIME -> time(space.time().orElseThrow(), space.timeAxis());
            case VERTICAL -> numbers(space.vertical().orElseThrow().values(), space.verticalAxis());
            case LAT -> position(space, Grid::lat);
            case LON -> position(space, Grid::lon);
            default -> throw new IllegalArgumentException("Column " + column.name() + " is no coordinate.");
        };
    }

    private static ColumnFiller time(TimeAxis time, OptionalInt axis) {
        if (time.micros().isEmpty()) {
            return numbers(time.numbers(), axis);
        }
        long[] micros = time.micros().get();
        return (cursor, count, out) -> {
            if (axis.isEmpty()) {
                out.putLongs(0, count, micros[0]);
                return;
            }
            int[] indexes = cursor.indexes(axis.getAsInt());
            for (int row = 0; row < count; row++) {
                out.putLong(row, micros[indexes[row]]);
            }
        };
    }

    private static ColumnFiller numbers(double[] values, OptionalInt axis) {
        return (cursor, count, out) -> {
            for (int row = 0; row < count; row++) {
                put(out, row, values[axis.isEmpty() ? 0 : cursor.indexes(axis.getAsInt())[row]]);
            }
        };
    }

    /** One of the two coordinates of a grid's point. */
    @FunctionalInterface
    interface Position {
        /** Returns degrees, NaN where there are none. */
        double of(Grid grid, int row, int column);
    }

    private static ColumnFiller position(CellSpace space, Position position) {
        Grid grid = space.grid();
        return (cursor, count, out) -> {
            int[] rows = cursor.indexes(space.yAxis());
            int[] columns = cursor.indexes(space.xAxis());
            for (int row = 0; row < count; row++) {
                put(out, row, position.of(grid, rows[row], columns[row]));
            }
        };
    }

    /**
     * Decodes a variable and writes its values; NULL where missing.
     *
     * @param raw the window of the cursor's block
     */
    static ColumnFiller variable(GridVariable variable, ArrayBlock raw, DataType type) {
        if (type.equals(DataTypes.FloatType)) {
            float[] values = new float[raw.size()];
            variable.packing().decode(raw, values);
            return floats(values);
        }
        double[] values = variable.packing().decode(raw);
        if (type.equals(DataTypes.DoubleType)) {
            return (cursor, count, out) -> {
                int[] offsets = cursor.offsets();
                for (int row = 0; row < count; row++) {
                    put(out, row, values[offsets[row]]);
                }
            };
        }
        return integers(values, type);
    }

    private static ColumnFiller floats(float[] values) {
        return (cursor, count, out) -> {
            int[] offsets = cursor.offsets();
            for (int row = 0; row < count; row++) {
                float value = values[offsets[row]];
                if (Float.isNaN(value)) {
                    out.putNull(row);
                } else {
                    out.putFloat(row, value);
                }
            }
        };
    }

    private static ColumnFiller integers(double[] values, DataType type) {
        return (cursor, count, out) -> {
            int[] offsets = cursor.offsets();
            for (int row = 0; row < count; row++) {
                double value = values[offsets[row]];
                if (Double.isNaN(value)) {
                    out.putNull(row);
                } else if (type.equals(DataTypes.ByteType)) {
                    out.putByte(row, (byte) value);
                } else if (type.equals(DataTypes.ShortType)) {
                    out.putShort(row, (short) value);
                } else {
                    out.putInt(row, (int) value);
                }
            }
        };
    }

    private static void put(WritableColumnVector out, int row, double value) {
        if (Double.isNaN(value)) {
            out.putNull(row);
        } else {
            out.putDouble(row, value);
        }
    }
}
