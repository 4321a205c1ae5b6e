package dev.shoal.codec;

import java.io.IOException;

/** Undoes one filter that a chunk went through. Keeps its own buffer: a result holds until the next call. */
@FunctionalInterface
public interface ChunkDecoder {

    /**
     * Undoes the filter.
     *
     * @param in not changed
     * @param limit the most bytes that can come out of a sound chunk
     * @throws IOException where the bytes are not what the filter writes; says what was found and expected
     */
    Slice decode(Slice in, int limit) throws IOException;
}
