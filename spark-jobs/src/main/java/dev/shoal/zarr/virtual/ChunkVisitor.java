package dev.shoal.zarr.virtual;

import java.io.IOException;

/** Receives the chunks of a virtual array, in ascending order of their ordinals. */
public interface ChunkVisitor {

    /**
     * Takes a chunk that is part of a file.
     *
     * @param ordinal place in the grid of chunks, row-major
     * @param source position of the file among those of the store
     * @param offset of the first byte in the file
     * @param length in bytes
     */
    void part(long ordinal, int source, long offset, int length) throws IOException;

    /**
     * Takes a chunk that the store holds itself.
     *
     * @param bytes as encoded; not to be changed
     */
    void inline(long ordinal, byte[] bytes) throws IOException;

    /**
     * Takes a chunk that was copied into an object of its own.
     *
     * @param object its name, as what wrote it names objects
     * @param length in bytes
     */
    void object(long ordinal, String object, int length) throws IOException;
}
