package dev.shoal.source;

import dev.shoal.cf.ObservationLayout;
import dev.shoal.cf.ObservedVariable;
import dev.shoal.plan.ChunkGrid;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Tells which storage chunk of a file an observation comes from: the row-major number of the chunk of the first
 * variable that lies along all of the observations' dimensions; 0 where that is not chunked or there is none.
 */
final class ObservationChunks {

    private final Optional<ChunkGrid> chunks;
    private final Optional<ChunkGrid> cells;

    ObservationChunks(ObservationLayout layout) {
        List<String> dimensions = layout.dimensions();
        this.chunks = layout.variables().stream()
                .map(ObservedVariable::header)
                .filter(header -> header.dimensions().equals(dimensions) && header.rank() > 0)
                .findFirst()
                .filter(header -> header.storage().chunked())
                .map(StorageChunks::of);
        this.cells = chunks.map(ObservationChunks::cells);
    }

    private static ChunkGrid cells(ChunkGrid grid) {
        long[] ones = new long[grid.rank()];
        Arrays.fill(ones, 1);
        return new ChunkGrid(grid.shape(), ones);
    }

    /** Returns the chunks of observations by their places in the file. */
    long[] of(long[] places) {
        long[] numbers = new long[places.length];
        if (chunks.isEmpty() || cells.isEmpty()) {
            return numbers;
        }
        for (int i = 0; i < numbers.length; i++) {
            long[] cell = cells.get().index(places[i]);
            for (int axis = 0; axis < cell.length; axis++) {
                cell[axis] /= chunks.get().chunk()[axis];
            }
            numbers[i] = chunks.get().ordinal(cell);
        }
        return numbers;
    }
}
