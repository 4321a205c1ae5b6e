package dev.shoal.zarr.array;

import java.io.Closeable;
import java.io.IOException;

/** The bytes of one object of a store, in any order. Not safe for use by several threads. */
public interface ObjectBytes extends Closeable {

    /** Returns how many there are. */
    long length();

    /**
     * Reads exactly {@code length} bytes.
     *
     * @param position of the first; the range lies inside the object
     * @param into overwritten from its begin on
     */
    void read(long position, byte[] into, int length) throws IOException;

    /** Shows a part as an object of its own, whose closing does nothing. */
    default ObjectBytes part(long start, long length) {
        ObjectBytes whole = this;
        return new ObjectBytes() {
            @Override
            public long length() {
                return length;
            }

            @Override
            public void read(long position, byte[] into, int count) throws IOException {
                whole.read(start + position, into, count);
            }

            @Override
            public void close() {}
        };
    }
}
