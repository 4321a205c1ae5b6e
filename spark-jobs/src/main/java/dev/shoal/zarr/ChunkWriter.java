package dev.shoal.zarr;

import dev.shoal.codec.ElementEncoder;
import dev.shoal.codec.Slice;
import dev.shoal.codec.UnfitElementException;
import dev.shoal.netcdf.ArrayBlock;
import dev.shoal.zarr.array.Spares;
import dev.shoal.zarr.array.WritableObjects;
import java.io.Closeable;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/**
 * Writes one chunk after the other into a store, in memory that is used again: twice the bytes of the largest chunk.
 * Not safe for use by several threads.
 */
public final class ChunkWriter implements Closeable {

    private static final Spares<ElementEncoder> SPARES = new Spares<>();

    private final WritableObjects store;
    private final EmptyChunks emptyChunks;
    private final ElementEncoder encoder = SPARES.take().orElseGet(ElementEncoder::new);
    private boolean closed;

    ChunkWriter(WritableObjects store, EmptyChunks emptyChunks) {
        this.store = store;
        this.emptyChunks = emptyChunks;
    }

    /**
     * Writes a chunk, or a shard with all its chunks, as one whole object, whose bytes depend on the arguments alone.
     * Cells past the end of the array are written as the fill value.
     *
     * @param chunkIndex position in {@link ZarrArray#grid}
     * @param values an array of primitives as {@link ArrayBlock} holds them, row-major, of the shape of
     *     {@link ZarrArray#chunk} or of the part of it inside the array; not changed
     * @throws IOException where the storage fails, or type or codec cannot hold an element; the chunk is as it was
     *     before
     */
    public void write(ZarrArray array, long[] chunkIndex, Object values) throws IOException {
        requireChunk(array, chunkIndex);
        String key = array.chunkKey(chunkIndex);
        Optional<Slice> bytes = encoded(array, chunkIndex, values);
        if (bytes.isPresent()) {
            store.put(key, bytes.get());
        } else {
            store.delete(key);
        }
    }

    /** An element that type or filter cannot hold is a fault of the data: it names the chunk. */
    private Optional<Slice> encoded(ZarrArray array, long[] chunkIndex, Object values) throws IOException {
        try {
            return ChunkBytes.encode(encoder, array, chunkIndex, values, emptyChunks);
        } catch (UnfitElementException unfit) {
            throw new IOException(
                    "Cannot write chunk " + array.chunkKey(chunkIndex) + " of Zarr store " + store.root() + ": "
                            + unfit.getMessage(),
                    unfit);
        }
    }

    private static void requireChunk(ZarrArray array, long[] index) {
        boolean inside = index.length == array.rank();
        for (int axis = 0; inside && axis < index.length; axis++) {
            inside = index[axis] >= 0 && index[axis] < array.grid().count(axis);
        }
        if (!inside) {
            throw new IllegalArgumentException("Cannot write chunk " + Arrays.toString(index) + " of array "
                    + array.path() + ": it is not one of " + array.grid() + ".");
        }
    }

    /** Lets go of the memory outside of Java's heap; what is inside serves the next writer. */
    @Override
    public void close() {
        if (!closed) {
            closed = true;
            encoder.close();
            SPARES.give(encoder);
        }
    }
}
