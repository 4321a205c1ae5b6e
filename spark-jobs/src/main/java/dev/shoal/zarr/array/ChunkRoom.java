package dev.shoal.zarr.array;

import dev.shoal.codec.ElementDecoder;
import dev.shoal.codec.Slice;
import java.io.Closeable;
import java.io.IOException;

/**
 * The memory of a reader: for the bytes of one chunk and for its elements, which are kept, so that many small boxes of
 * one chunk decode it once. It serves the next reader after this. For one thread.
 */
final class ChunkRoom implements Closeable {

    private static final Spares<ChunkRoom> SPARES = new Spares<>();

    private final ReadRoom bytes = new ReadRoom();
    private final ElementDecoder decoder = new ElementDecoder();
    private Object cells = new byte[0];
    private String name = "";

    private ChunkRoom() {}

    /** Returns a room that nobody else uses until it is closed. */
    static ChunkRoom take() {
        return SPARES.take().orElseGet(ChunkRoom::new);
    }

    /** Returns memory for the bytes of an object. */
    ReadRoom bytes() {
        return bytes;
    }

    /** Tells whether the chunk of a name was decoded last. */
    boolean holds(String chunk) {
        return name.equals(chunk);
    }

    /** Returns the elements of the chunk that was decoded last. */
    Object cells() {
        return cells;
    }

    /**
     * Decodes a chunk and keeps it instead of the last one.
     *
     * @param chunk the name to keep it by, not empty
     * @throws IOException where the bytes are not what the codec writes
     */
    Object decode(WholeChunk codec, String chunk, Slice encoded) throws IOException {
        name = "";
        cells = codec.decode(encoded, decoder, cells);
        name = chunk;
        return cells;
    }

    /** Forgets the chunk; the memory serves the next reader. */
    @Override
    public void close() {
        name = "";
        SPARES.give(this);
    }
}
