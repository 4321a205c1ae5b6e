package dev.shoal.netcdf;

import java.io.Closeable;
import java.io.IOException;

/** The bytes of one file, in any order. Not safe for use by several threads. */
interface ByteSource extends Closeable {

    /** Returns the path the file was opened by. */
    String location();

    /** Returns the number of bytes of the file. */
    long length();

    /**
     * Reads exactly {@code length} bytes.
     *
     * @param into overwritten from {@code offset} on
     * @throws UnreadableException where the file ends before
     * @throws StorageException where the storage fails
     */
    void read(long position, byte[] into, int offset, int length) throws IOException;

    /** Reads exactly {@code length} bytes into a new array. */
    default byte[] read(long position, int length) throws IOException {
        require(position, length);
        byte[] bytes = new byte[length];
        read(position, bytes, 0, length);
        return bytes;
    }

    /** Refuses a range that the file does not hold, before memory is taken for it. */
    default void require(long position, long length) throws UnreadableException {
        if (position < 0 || length < 0 || position > length() - length) {
            throw new UnreadableException("Cannot read " + location() + ": the file ends at byte " + length()
                    + ", expected " + length + " bytes from byte " + position + " on. Fetch the file again.");
        }
    }
}
