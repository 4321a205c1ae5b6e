package dev.shoal.zarr.icechunk;

/**
 * References to parts of files, in columns; nothing is copied.
 *
 * @param count of references
 * @param indices of the chunks, one after the other in ascending order; rank numbers each
 * @param files that the parts lie in
 * @param file position in {@code files}, for each reference
 * @param offsets of the first byte
 * @param lengths in bytes, at least 1
 */
public record VirtualRefs(int count, int[] indices, SourceFile[] files, int[] file, long[] offsets, long[] lengths) {

    /** Refuses columns that are too short. */
    public VirtualRefs {
        if (file.length < count || offsets.length < count || lengths.length < count) {
            throw new IllegalArgumentException("columns of " + file.length + ", " + offsets.length + " and "
                    + lengths.length + " entries, expected " + count);
        }
    }
}
