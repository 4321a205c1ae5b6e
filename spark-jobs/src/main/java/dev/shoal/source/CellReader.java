package dev.shoal.source;

import dev.shoal.netcdf.ArrayFile;
import dev.shoal.plan.Window;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.sql.vectorized.ColumnarBatch;

/** Reads some blocks of a file: every variable's window once, then batches that show its cells. */
final class CellReader implements BatchReader {

    private final CellBlocks blocks;
    private final long end;
    private final List<CellColumn> columns = new ArrayList<>();
    private final ColumnarBatch batch;
    private Optional<CellCursor> cursor = Optional.empty();
    private long next;
    private long valuesRead;

    CellReader(ArrayFile file, CellSpace space, ScanRequest request, CellBlocks blocks, ArchivePartition.Piece piece) {
        this.blocks = blocks;
        this.next = piece.first();
        this.end = piece.end();
        CellColumns made = new CellColumns(file, space, request);
        request.columns().forEach(column -> columns.add(made.of(column)));
        this.batch = new ColumnarBatch(columns.stream().map(CellColumn::vector).toArray(ColumnVector[]::new));
    }

    @Override
    public boolean next() throws IOException {
        int count = cursor.map(CellCursor::advance).orElse(0);
        while (count == 0) {
            if (next == end) {
                return false;
            }
            CellCursor block = new CellCursor(blocks.block(next++), ScanRequest.BATCH_ROWS);
            start(block.window());
            cursor = Optional.of(block);
            count = block.advance();
        }
        for (CellColumn column : columns) {
            column.show(cursor.orElseThrow());
        }
        batch.setNumRows(count);
        return true;
    }

    private void start(Window window) throws IOException {
        for (CellColumn column : columns) {
            valuesRead += column.start(window);
        }
    }

    @Override
    public ColumnarBatch batch() {
        return batch;
    }

    @Override
    public long valuesRead() {
        return valuesRead;
    }

    @Override
    public void close() {
        batch.close();
    }
}
