package dev.shoal.source;

import org.apache.spark.sql.execution.vectorized.ConstantColumnVector;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * A column of one value for all cells of a file.
 *
 * @param vector that has it
 */
record FixedColumn(ColumnVector vector) implements CellColumn {

    /** Returns a column of a text. */
    static FixedColumn text(String text, DataType type) {
        ConstantColumnVector vector = new ConstantColumnVector(ScanRequest.BATCH_ROWS, type);
        vector.setUtf8String(UTF8String.fromString(text));
        return new FixedColumn(vector);
    }

    /** Returns a column that is NULL: the file lacks the variable. */
    static FixedColumn missing(DataType type) {
        ConstantColumnVector vector = new ConstantColumnVector(ScanRequest.BATCH_ROWS, type);
        vector.setNull();
        return new FixedColumn(vector);
    }

    @Override
    public void show(CellCursor cursor) {}
}
