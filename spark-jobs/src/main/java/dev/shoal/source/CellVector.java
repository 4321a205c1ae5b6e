package dev.shoal.source;

import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.Decimal;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.sql.vectorized.ColumnarArray;
import org.apache.spark.sql.vectorized.ColumnarMap;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * A column of a batch that shows numbers where they lie: nothing is copied, and a value that is missing among them is
 * NULL. What it shows changes from batch to batch.
 */
abstract sealed class CellVector extends ColumnVector permits FloatVector, DoubleVector, LongVector {

    private int rows;
    private boolean uniform;

    /** Makes a column of a type. */
    CellVector(DataType type) {
        super(type);
    }

    /** Sets the number of rows of the batch. */
    final void rows(int count) {
        this.rows = count;
    }

    /** Tells it whether all rows are known to have one value. */
    final void uniform(boolean known) {
        this.uniform = known;
    }

    /** Tells whether all rows are known to have one value, so that none need be compared. */
    final boolean isUniform() {
        return uniform;
    }

    @Override
    public void close() {
        rows = 0;
    }

    @Override
    public final boolean hasNull() {
        for (int row = 0; row < rows; row++) {
            if (isNullAt(row)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public final int numNulls() {
        int nulls = 0;
        for (int row = 0; row < rows; row++) {
            nulls += isNullAt(row) ? 1 : 0;
        }
        return nulls;
    }

    private UnsupportedOperationException wrong(String wanted) {
        return new UnsupportedOperationException("Cannot take " + wanted + " from a column of " + dataType() + ".");
    }

    @Override
    public boolean getBoolean(int row) {
        throw wrong("a boolean");
    }

    @Override
    public byte getByte(int row) {
        throw wrong("a byte");
    }

    @Override
    public short getShort(int row) {
        throw wrong("a short");
    }

    @Override
    public int getInt(int row) {
        throw wrong("an integer");
    }

    @Override
    public long getLong(int row) {
        throw wrong("a long");
    }

    @Override
    public float getFloat(int row) {
        throw wrong("a float");
    }

    @Override
    public double getDouble(int row) {
        throw wrong("a double");
    }

    @Override
    public ColumnarArray getArray(int row) {
        throw wrong("an array");
    }

    @Override
    public ColumnarMap getMap(int row) {
        throw wrong("a map");
    }

    @Override
    public Decimal getDecimal(int row, int precision, int scale) {
        throw wrong("a decimal");
    }

    @Override
    public UTF8String getUTF8String(int row) {
        throw wrong("a text");
    }

    @Override
    public byte[] getBinary(int row) {
        throw wrong("bytes");
    }

    @Override
    public ColumnVector getChild(int ordinal) {
        throw wrong("a field");
    }
}
