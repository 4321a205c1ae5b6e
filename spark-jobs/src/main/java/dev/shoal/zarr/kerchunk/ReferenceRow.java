package dev.shoal.zarr.kerchunk;

import org.jspecify.annotations.Nullable;

/**
 * One row of kerchunk's Parquet: a chunk, or that there is none.
 *
 * @param path of the file; null where there is no chunk, or it is raw
 * @param offset of the first byte in the file
 * @param size in bytes; 0 with offset 0 for the whole file
 * @param raw the bytes themselves, or null
 */
record ReferenceRow(@Nullable String path, long offset, long size, byte @Nullable [] raw) {

    /** Says that there is no chunk. */
    static final ReferenceRow NONE = new ReferenceRow(null, 0, 0, null);
}
