package dev.shoal.zarr.icechunk;

/** Where the bytes of a chunk lie. */
public sealed interface ChunkRef {

    /**
     * In the manifest itself.
     *
     * @param bytes of the chunk; not copied
     */
    record Inline(byte[] bytes) implements ChunkRef {}

    /**
     * In an object of the repository.
     *
     * @param chunk the object's id, 12 bytes
     * @param offset of the first byte in the object
     * @param length in bytes
     */
    record Native(ObjectId chunk, long offset, long length) implements ChunkRef {

        /** Refuses what no part of an object can be. */
        public Native {
            requirePart(offset, length);
        }
    }

    /**
     * In a file outside the repository.
     *
     * @param source the file
     * @param offset of the first byte in the file
     * @param length in bytes
     */
    record Virtual(SourceFile source, long offset, long length) implements ChunkRef {

        /** Refuses what no part of a file can be. */
        public Virtual {
            requirePart(offset, length);
        }
    }

    private static void requirePart(long offset, long length) {
        if (offset < 0 || length < 0 || offset > Long.MAX_VALUE - length) {
            throw new IllegalArgumentException(
                    "a chunk of " + length + " bytes from byte " + offset + " on, expected a part of an object");
        }
    }
}
