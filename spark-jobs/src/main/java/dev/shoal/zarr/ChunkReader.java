package dev.shoal.zarr;

import dev.shoal.netcdf.ArrayBlock;
import dev.shoal.netcdf.Frame;
import dev.shoal.netcdf.UnreadableException;
import dev.shoal.plan.Window;
import dev.shoal.zarr.array.ArrayReader;
import dev.shoal.zarr.array.StoreObjects;
import java.io.Closeable;
import java.io.IOException;

/**
 * Reads boxes of the arrays of a store that is written, too.
 *
 * @see ArrayReader
 */
public final class ChunkReader implements Closeable {

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

    /**
     * Reads a box of an array into a larger one; see {@link #read(ZarrArray, Window)}.
     *
     * @param to the cells that {@code into} holds, the window's among them
     * @param into an array as {@link ArrayBlock} holds them; the window's cells are overwritten, no other
     */
    public void read(ZarrArray array, Window window, Frame to, Object into) throws IOException {
        reader.read(array.stored(), window, to, into);
    }

    /**
     * Counts the chunks that a shard holds, by its index alone.
     *
     * @param index of the shard
     * @return 0 where there is no such object; 1 for a chunk that is an object of its own, there or not
     * @throws UnreadableException where the index is damaged
     * @throws IOException where the storage fails
     */
    public long held(ZarrArray array, long... index) throws IOException {
        return reader.held(array.stored(), index);
    }

    /** Lets go of shards that are held open. */
    @Override
    public void close() throws IOException {
        reader.close();
    }
}
