package dev.shoal.stage;

import dev.shoal.cf.ObservationLayout;
import dev.shoal.cf.ObservedVariable;
import dev.shoal.netcdf.VariableHeader;
import dev.shoal.plan.ChunkGrid;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Tells which storage chunk of a file an observation came from: the row-major number of the chunk of the first variable
 * that lies along all of the observations' dimensions; 0 where that variable is not chunked or there is none.
 */
final class SourceChunks {

    private final Optional<ChunkGrid> cells;
    private final Optional<ChunkGrid> chunks;

    private SourceChunks(Optional<ChunkGrid> chunks) {
        this.chunks = chunks;
        this.cells = chunks.map(grid -> new ChunkGrid(grid.shape(), ones(grid.rank())));
    }

    static SourceChunks of(ObservationLayout layout) {
        List<String> dimensions = layout.dimensions();
        return new SourceChunks(layout.variables().stream()
                .map(ObservedVariable::header)
                .filter(header -> header.dimensions().equals(dimensions) && header.rank() > 0)
                .findFirst()
                .filter(header -> header.storage().chunked())
                .map(SourceChunks::grid));
    }

    private static ChunkGrid grid(VariableHeader header) {
        return new ChunkGrid(header.shape(), header.storage().chunk());
    }

    private static long[] ones(int rank) {
        long[] ones = new long[rank];
        Arrays.fill(ones, 1);
        return ones;
    }

    /** Returns the chunk of an observation by its number in the file. */
    long of(long index) {
        if (chunks.isEmpty()) {
            return 0;
        }
        long[] cell = cells.get().index(index);
        for (int axis = 0; axis < cell.length; axis++) {
            cell[axis] /= chunks.get().chunk()[axis];
        }
        return chunks.get().ordinal(cell);
    }
}
