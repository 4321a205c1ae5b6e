package dev.shoal.zarr.virtual;

/** What becomes of chunks that cannot be part of one array as they lie in their files. */
public enum Copying {
    /** They are a conflict. */
    REFUSE,
    /** They are copied, decoded where that is needed; all others stay where they are. */
    CONFLICTS
}
