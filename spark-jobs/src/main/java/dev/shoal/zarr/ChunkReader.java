package dev.shoal.zarr;

import dev.shoal.netcdf.ArrayBlock;
import dev.shoal.netcdf.UnreadableException;
import dev.shoal.plan.Window;
import dev.shoal.zarr.array.ArrayReader;
import dev.shoal.zarr.array.StoreObjects;
import java.io.IOException;

/**
 * Reads boxes of the arrays of a store that is written, too.
 *
 * @see ArrayReader
 */
public final class ChunkReader {

    private final ArrayReader reader;

    /** Makes a reader of a store. */
    public ChunkReader(StoreObjects store) {
        this.reader = new ArrayReader(store);
    }

    /**
     * Reads a box of an array, decoding the chunks it touches and no other.
     *
     * @param window of the array's rank, inside its shape, of fewer than 2^31 elements
     * @return the elements, of the window's shape; chunks never written come as the fill value
     * @throws UnreadableException where a chunk is damaged; names store, array and chunk
     * @throws IOException where the storage fails; names store and chunk
     */
    public ArrayBlock read(ZarrArray array, Window window) throws IOException {
        return reader.read(array.stored(), window);
    }
}
