package dev.shoal.stage.zarr;

/** What becomes of a chunk. */
enum ChunkFate {
    /** It stays as it is. */
    KEPT,
    /** It is put in its place at once: readers of the store as it is see nothing of it. */
    WRITTEN,
    /** It waits for its place, because readers of the store as it is would see it changed. */
    REPLACED,
    /** Its bytes are those of a chunk that is there, under another key. */
    COPIED;

    /** Tells whether something is to be done. */
    boolean isChange() {
        return this != KEPT;
    }
}
