package dev.shoal.source;

import dev.shoal.plan.Window;
import java.io.IOException;
import org.apache.spark.sql.vectorized.ColumnVector;

/** One column of the cells of a file. Not safe for use by several threads. */
interface CellColumn {

    /** Returns what a batch has of the column; the same object for all batches. */
    ColumnVector vector();

    /**
     * Starts another block.
     *
     * @param window that holds its cells
     * @return the values of a variable that were decoded for it
     */
    default long start(Window window) throws IOException {
        return 0;
    }

    /** Shows the cells that the cursor passed last. */
    void show(CellCursor cursor);
}
