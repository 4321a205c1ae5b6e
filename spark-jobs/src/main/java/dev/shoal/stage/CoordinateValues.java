package dev.shoal.stage;

import dev.shoal.plan.ChunkGrid;
import dev.shoal.zarr.ZarrArray;
import dev.shoal.zarr.ZarrStore;
import java.io.IOException;
import java.lang.reflect.Array;

/**
 * A coordinate array with all its values.
 *
 * @param array of rank 1, or of rank 2 in a single chunk
 * @param values primitive array of the array's type
 */
record CoordinateValues(ZarrArray array, Object values) {

    /** Writes every chunk. */
    void write(ZarrStore store) throws IOException {
        ChunkGrid grid = array.grid();
        for (long chunk = 0; chunk < grid.count(); chunk++) {
            long[] index = grid.index(chunk);
            Object whole = Array.newInstance(values.getClass().getComponentType(), array.chunkSize());
            int from = Math.toIntExact(chunk * array.chunkSize());
            System.arraycopy(values, from, whole, 0, Math.min(array.chunkSize(), Array.getLength(values) - from));
            store.writeChunk(array, index, whole);
        }
    }
}
