package dev.shoal.zarr;

import dev.shoal.netcdf.ListedFile;
import java.io.Serializable;

/**
 * A file or a store as a listing shows it.
 *
 * @param path full path with its scheme; of a store, its folder
 * @param kind what it is
 * @param size in bytes; of a store, that of its document, see {@link ArrayStores#document}
 * @param modifiedMillis time of the last change since 1970 UTC, by the file system's clock; of a store, that of its
 *     document
 */
public record ArchiveEntry(String path, Kind kind, long size, long modifiedMillis) implements Serializable {

    /** What an entry is. */
    public enum Kind {
        FILE,
        /** A Zarr store: a folder. */
        STORE,
        /** A file of references that together are a Zarr store. */
        REFERENCES
    }

    /** Returns the state of the file that the listing showed. */
    public ListedFile listed() {
        return new ListedFile(path, size, modifiedMillis);
    }
}
