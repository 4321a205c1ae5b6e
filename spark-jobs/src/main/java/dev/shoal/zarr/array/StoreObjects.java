package dev.shoal.zarr.array;

import dev.shoal.codec.Slice;
import dev.shoal.netcdf.ByteSource;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * The objects of a store by their keys, wherever they lie: in a folder, or in parts of other files.
 *
 * <p>Every error names store and key.
 */
public interface StoreObjects extends Closeable {

    /** The most bytes of a document of a store. */
    long MOST_DOCUMENT_BYTES = 256L << 20;

    /** Receives the objects that were asked for, in any order. */
    @FunctionalInterface
    interface Sink {

        /**
         * Takes the object of the key that stands at a position of the list asked for.
         *
         * @param bytes not to be changed; hold until the method returns
         */
        void accept(int position, Slice bytes) throws IOException;
    }

    /** Returns the whole path of the store. */
    String root();

    /**
     * Returns the bytes of an object, or nothing where there is none.
     *
     * @param most the most bytes it may hold
     * @throws IOException where it holds more, or the storage fails
     */
    Optional<byte[]> read(String key, long most) throws IOException;

    /** Returns a document of the store, or nothing where there is none. */
    default Optional<byte[]> document(String key) throws IOException {
        return read(key, MOST_DOCUMENT_BYTES);
    }

    /**
     * Hands over the objects that are there; those that are not are passed over.
     *
     * @param most the most bytes that one may hold
     * @param room that objects may be read into, one after the other
     */
    default void read(List<String> keys, long most, ReadRoom room, Sink sink) throws IOException {
        for (int i = 0; i < keys.size(); i++) {
            Optional<byte[]> bytes = read(keys.get(i), most);
            if (bytes.isPresent()) {
                sink.accept(i, Slice.of(bytes.get()));
            }
        }
    }

    /** Opens an object to read parts of it, or returns nothing where there is none. */
    Optional<ByteSource> open(String key) throws IOException;

    /** Returns the names of the folders in a folder of the store, sorted; an empty key is the root. */
    List<String> folders(String key) throws IOException;

    /** Lets go of what is held open. */
    @Override
    default void close() throws IOException {}
}
