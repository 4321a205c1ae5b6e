package dev.shoal.zarr;

/** What becomes of a chunk that holds nothing but the fill value. */
public enum EmptyChunks {
    /** It gets no object, and one that lies there is deleted: absent chunks read as the fill value. */
    LEAVE_OUT,
    /** It is written as any other. */
    WRITE
}
