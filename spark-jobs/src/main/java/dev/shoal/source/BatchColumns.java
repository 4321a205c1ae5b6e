package dev.shoal.source;

import java.util.List;
import org.apache.spark.sql.execution.vectorized.ConstantColumnVector;
import org.apache.spark.sql.execution.vectorized.OnHeapColumnVector;
import org.apache.spark.sql.execution.vectorized.WritableColumnVector;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import org.apache.spark.unsafe.types.UTF8String;

/** The columns of a batch, made once and overwritten by every batch of a file. */
final class BatchColumns implements AutoCloseable {

    private final ColumnVector[] vectors;
    private final ColumnarBatch batch;

    /**
     * Makes room for {@link ScanRequest#BATCH_ROWS} rows.
     *
     * @param location of the file, for the column that names it
     */
    BatchColumns(List<SourceColumn> columns, String location) {
        vectors = new ColumnVector[columns.size()];
        for (int i = 0; i < vectors.length; i++) {
            SourceColumn column = columns.get(i);
            if (column.role() == ColumnRole.FILE) {
                ConstantColumnVector file = new ConstantColumnVector(ScanRequest.BATCH_ROWS, column.type());
                file.setUtf8String(UTF8String.fromString(location));
                vectors[i] = file;
            } else {
                vectors[i] = new OnHeapColumnVector(ScanRequest.BATCH_ROWS, column.type());
            }
        }
        batch = new ColumnarBatch(vectors);
    }

    /** Returns a column to be written from its start. */
    WritableColumnVector start(int column) {
        WritableColumnVector vector = (WritableColumnVector) vectors[column];
        vector.reset();
        return vector;
    }

    /** Sets the number of rows that were written. */
    void rows(int count) {
        batch.setNumRows(count);
    }

    /** Returns the batch of the rows that were written last. */
    ColumnarBatch batch() {
        return batch;
    }

    @Override
    public void close() {
        batch.close();
    }
}
