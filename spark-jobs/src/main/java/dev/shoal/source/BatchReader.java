package dev.shoal.source;

import java.io.Closeable;
import java.io.IOException;
import org.apache.spark.sql.vectorized.ColumnarBatch;

/** Reads rows in bounded batches. Not safe for use by several threads. */
interface BatchReader extends Closeable {

    /**
     * Reads the next batch.
     *
     * @return false where there are no more rows
     * @throws dev.shoal.netcdf.UnreadableException where the bytes are damaged or cannot be decoded
     * @throws IOException where the storage fails
     */
    boolean next() throws IOException;

    /** Returns the batch that the last {@link #next} read; it is overwritten by the next one. */
    ColumnarBatch batch();

    /** Returns the values of variables that were decoded. */
    long valuesRead();
}
