package dev.shoal.source;

import dev.shoal.cf.GridVariable;
import dev.shoal.netcdf.ArrayFile;
import dev.shoal.plan.Window;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.vectorized.ColumnarBatch;

/** Reads some blocks of a file: every variable's window once, then batches of its cells. */
final class CellReader implements BatchReader {

    private final ArrayFile file;
    private final CellSpace space;
    private final ScanRequest request;
    private final CellBlocks blocks;
    private final long end;
    private final BatchColumns columns;
    private final List<Optional<ColumnFiller>> fillers = new ArrayList<>();
    private Optional<CellCursor> cursor = Optional.empty();
    private long next;
    private long valuesRead;

    CellReader(ArrayFile file, CellSpace space, ScanRequest request, CellBlocks blocks, ArchivePartition.Piece piece) {
        this.file = file;
        this.space = space;
        this.request = request;
        this.blocks = blocks;
        this.next = piece.first();
        this.end = piece.end();
        this.columns = new BatchColumns(request.columns(), file.location());
    }

    @Override
    public boolean next() throws IOException {
        int count = cursor.map(CellCursor::advance).orElse(0);
        while (count == 0) {
            if (next == end) {
                return false;
            }
            CellCursor block = new CellCursor(blocks.block(next++), ScanRequest.BATCH_ROWS);
            read(block.window());
            cursor = Optional.of(block);
            count = block.advance();
        }
        for (int column = 0; column < fillers.size(); column++) {
            if (fillers.get(column).isPresent()) {
                fillers.get(column).get().fill(cursor.orElseThrow(), count, columns.start(column));
            }
        }
        columns.rows(count);
        return true;
    }

    private void read(Window window) throws IOException {
        fillers.clear();
        for (SourceColumn column : request.columns()) {
            switch (column.role()) {
                case FILE -> fillers.add(Optional.empty());
                case VARIABLE -> fillers.add(Optional.of(variable(window, column)));
                default -> fillers.add(Optional.of(ColumnFiller.coordinate(space, column)));
            }
        }
    }

    private ColumnFiller variable(Window window, SourceColumn column) throws IOException {
        Optional<GridVariable> variable = space.variable(column);
        if (variable.isEmpty()) {
            return ColumnFiller.MISSING;
        }
        valuesRead += window.size();
        return ColumnFiller.variable(
                variable.get(), file.read(variable.get().header(), window), column.type());
    }

    @Override
    public ColumnarBatch batch() {
        return columns.batch();
    }

    @Override
    public long valuesRead() {
        return valuesRead;
    }

    @Override
    public void close() {
        columns.close();
    }
}
