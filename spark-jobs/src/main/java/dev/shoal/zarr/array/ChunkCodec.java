package dev.shoal.zarr.array;

import java.io.Serializable;
import java.util.List;

/** How the elements of a chunk lie in the bytes of its object. */
public sealed interface ChunkCodec extends Serializable permits WholeChunk, Shard {

    /** Returns the lengths of what is read at once: the chunk, or a chunk inside a shard. */
    long[] readShape();

    /** Returns the names of the steps in the order of writing. */
    List<String> steps();
}
