package dev.shoal.netcdf;

import dev.shoal.codec.Slice;
import java.io.Closeable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.List;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;

/** The bytes of one file or object, in any order, whatever lies in them. Not safe for use by several threads. */
public interface ByteSource extends Closeable {

    /**
     * Opens a file whose status is known, for reading in any order.
     *
     * @throws FileNotFoundException where it is a folder
     * @throws IOException where the storage fails
     */
    static ByteSource open(FileSystem files, FileStatus status) throws IOException {
        return HadoopBytes.open(files, status);
    }

    /**
     * Shows bytes that are in memory as a file.
     *
     * @param location for messages
     * @param bytes not copied
     */
    static ByteSource of(String location, byte[] bytes) {
        return new HeldBytes(location, bytes);
    }

    /** Returns the path the file was opened by. */
    String location();

    /** Returns the number of bytes of the file. */
    long length();

    /**
     * Reads exactly {@code length} bytes.
     *
     * @param into overwritten from {@code offset} on
     * @throws UnreadableException where the file ends before
     * @throws IOException where the storage fails
     */
    void read(long position, byte[] into, int offset, int length) throws IOException;

    /** Returns the most bytes that one request for values is planned to bring where it joins several pieces. */
    default int requestBytes() {
        return ReadPlan.REQUEST_BYTES;
    }

    /** Receives what a request brought. */
    @FunctionalInterface
    interface Receiver {

        /**
         * Takes the bytes of a request.
         *
         * @param bytes of the request's length; hold until the method returns
         */
        void take(ReadRequest request, Slice bytes) throws IOException;
    }

    /**
     * Reads values: exactly the bytes of every request, which are not kept, where {@link #read} may read more and keep
     * it, for headers.
     *
     * @param requests in the order in which they are received
     */
    default void fetch(List<ReadRequest> requests, Receiver receiver) throws IOException {
        int most = 0;
        for (ReadRequest request : requests) {
            require(request.position(), request.length());
            most = Math.max(most, request.length());
        }
        byte[] buffer = new byte[most];
        for (ReadRequest request : requests) {
            read(request.position(), buffer, 0, request.length());
            receiver.take(request, new Slice(buffer, 0, request.length()));
        }
    }

    /**
     * Shows a part as a file of its own, whose closing does nothing.
     *
     * @param start of the part's first byte
     * @param length of the part, which lies inside
     */
    default ByteSource part(long start, long length) {
        return new BytePart(this, start, length, () -> {});
    }

    /** Shows a part, as {@link #part} does, whose closing closes this. */
    default ByteSource onlyPart(long start, long length) {
        return new BytePart(this, start, length, this);
    }

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
