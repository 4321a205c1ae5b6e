package dev.shoal.zarr.array;

import dev.shoal.codec.Slice;
import java.io.IOException;

/** The objects of a store that may be put too: in a folder, or on top of a commit that nobody sees yet. */
public interface WritableObjects extends StoreObjects {

    /**
     * Puts an object in the place of whatever was there.
     *
     * @param bytes not changed; not to be changed by the caller
     * @throws IOException where the storage fails; names key and store; what was there stays
     */
    void put(String key, byte[] bytes) throws IOException;

    /**
     * Puts an object, from bytes that the caller may change afterwards; see {@link #put(String, byte[])}.
     *
     * @param bytes not changed, not held
     */
    default void put(String key, Slice bytes) throws IOException {
        put(key, bytes.copy());
    }

    /** Takes an object away, or a folder with all that is in it; nothing happens where there is neither. */
    void delete(String key) throws IOException;
}
