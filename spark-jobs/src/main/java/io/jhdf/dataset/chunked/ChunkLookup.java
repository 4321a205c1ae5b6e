package io.jhdf.dataset.chunked;

import java.util.Collection;

/** Opens jhdf's chunk index, which is visible to its own package only. */
public final class ChunkLookup {

    private ChunkLookup() {}

    /** Returns where every written chunk of a dataset lies in its file. */
    public static Collection<Chunk> chunks(ChunkedDatasetBase dataset) {
        return dataset.getChunkLookup().values();
    }
}
