package dev.shoal.netcdf;

import dev.shoal.codec.Slice;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.AccessDeniedException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileRange;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.FutureDataInputStreamBuilder;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.StreamCapabilities;
import org.apache.hadoop.fs.UnsupportedFileSystemException;
import org.apache.hadoop.security.AccessControlException;
import org.apache.hadoop.util.functional.FutureIO;

/**
 * A file behind Hadoop's {@link FileSystem}, told that it will be read in any order. Where the file system lies behind
 * a network and can, requests that were planned together are made together.
 */
final class HadoopBytes implements ByteSource {

    /** Requests that are under way together bring no more than this, but for a single one that is larger. */
    private static final int FLIGHT_BYTES = 16 << 20;

    private static final String ANY_ORDER = "random";

    private static final String LOCAL = "file";

    private final String location;
    private final long length;
    private final FSDataInputStream stream;
    private final boolean local;

    private HadoopBytes(String location, long length, FSDataInputStream stream, boolean local) {
        this.location = location;
        this.length = length;
        this.stream = stream;
        this.local = local;
    }

    /**
     * A file that was opened in a known state.
     *
     * @param bytes of the file
     * @param state it is in
     */
    record Opened(HadoopBytes bytes, FileState state) {}

    /** Opens a file by its path. */
    @FunctionalInterface
    private interface Opening<T> {
        T open(FileSystem files, Path path) throws IOException;
    }

    /**
     * Opens a file for reading in any order.
     *
     * @throws UnreadableException where there is no such file, it is a folder, or reading it is not allowed
     */
    static HadoopBytes open(String location, Configuration conf) throws IOException {
        return open(location, conf, ANY_ORDER, OptionalLong.empty());
    }

    /**
     * Opens a file whose length a listing told, for reading in any order: an object store is not asked again.
     *
     * @throws UnreadableException as {@link #open(String, Configuration)}, or from the first read
     */
    static HadoopBytes open(String location, long length, Configuration conf) throws IOException {
        return open(location, conf, ANY_ORDER, OptionalLong.of(length));
    }

    /**
     * Opens a file whose status is known, for reading in any order.
     *
     * @throws FileNotFoundException where it is a folder
     */
    static HadoopBytes open(FileSystem files, FileStatus status) throws IOException {
        Path path = status.getPath();
        if (status.isDirectory()) {
            throw new FileNotFoundException(path + " is a folder");
        }
        return stream(
                path.toString(),
                status.getLen(),
                files,
                builder(files, path, ANY_ORDER, status.getLen()).withFileStatus(status));
    }

    /** Opens a file for reading from its begin to its end. */
    static HadoopBytes sequential(String location, Configuration conf) throws IOException {
        return open(location, conf, "sequential", OptionalLong.empty());
    }

    /**
     * Opens a file that a listing showed, for reading in any order. An object store gives no other state of it after.
     *
     * @throws UnreadableException as {@link #open(String, Configuration)}, and where the file was changed since
     */
    static Opened open(ListedFile listed, Configuration conf) throws IOException {
        String location = listed.location();
        return at(location, conf, (files, path) -> {
            FileStatus status = status(location, files, path);
            listed.require(status);
            FutureDataInputStreamBuilder builder =
                    builder(files, path, ANY_ORDER, status.getLen()).withFileStatus(status);
            HadoopBytes bytes = stream(location, status.getLen(), files, builder);
            return new Opened(
                    bytes, bytes.local ? FileState.ofLocal(location, status) : FileState.of(location, status));
        });
    }

    private static HadoopBytes open(String location, Configuration conf, String policy, OptionalLong listed)
            throws IOException {
        return at(location, conf, (files, path) -> {
            long length = listed.isPresent()
                    ? listed.getAsLong()
                    : status(location, files, path).getLen();
            return stream(location, length, files, builder(files, path, policy, length));
        });
    }

    private static FutureDataInputStreamBuilder builder(FileSystem files, Path path, String policy, long length)
            throws IOException {
        FutureDataInputStreamBuilder builder = files.openFile(path)
                .opt("fs.option.openfile.read.policy", policy)
                .optLong("fs.option.openfile.length", length);
        if (policy.equals(ANY_ORDER)) {
            // What is near is planned here; S3A would fetch 64 kB whatever is asked for.
            builder.optLong("fs.s3a.readahead.range", 0);
        }
        return builder;
    }

    private static HadoopBytes stream(
            String location, long length, FileSystem files, FutureDataInputStreamBuilder builder) throws IOException {
        boolean local = files.getUri().getScheme().equals(LOCAL);
        return new HadoopBytes(location, length, FutureIO.awaitFuture(builder.build()), local);
    }

    private static <T> T at(String location, Configuration conf, Opening<T> opening) throws IOException {
        try {
            Path path = new Path(location);
            return opening.open(path.getFileSystem(conf), path);
        } catch (UnreadableException e) {
            throw e;
        } catch (IOException e) {
            throw refused(location, e);
        } catch (IllegalArgumentException e) {
            throw new UnreadableException(
                    "Cannot read " + location + ": found a name that is not a path (" + e.getMessage()
                            + "), expected a path or a URI. Correct the name.",
                    e);
        }
    }

    private static FileStatus status(String location, FileSystem files, Path path) throws IOException {
        FileStatus status = files.getFileStatus(path);
        if (status.isDirectory()) {
            throw new UnreadableException(
                    "Cannot read " + location + ": found a folder, expected a file. Name a file.");
        }
        return status;
    }

    private static IOException refused(String location, IOException cause) {
        if (cause instanceof FileNotFoundException) {
            return new UnreadableException(
                    "Cannot read " + location + ": found no such file, expected a file. Correct the path.", cause);
        }
        if (cause instanceof AccessDeniedException || cause instanceof AccessControlException) {
            return new UnreadableException(
                    "Cannot read " + location + ": access is denied (" + cause.getMessage()
                            + "), expected the right to read. Give the run credentials that may read it.",
                    cause);
        }
        if (cause instanceof UnsupportedFileSystemException) {
            return new UnreadableException(
                    "Cannot read " + location + ": found a scheme without a file system (" + cause.getMessage()
                            + "), expected file:, hdfs: or s3a:. Correct the path or add the file system's jar.",
                    cause);
        }
        return new StorageException(location, cause);
    }

    @Override
    public String location() {
        return location;
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public int requestBytes() {
        return local ? ReadPlan.LOCAL_REQUEST_BYTES : ReadPlan.REQUEST_BYTES;
    }

    /** Returns the pieces that a header is best read in. */
    BlockSizes blockSizes() {
        return local ? BlockSizes.LOCAL : BlockSizes.REMOTE;
    }

    /**
     * Reads all bytes one behind the other, before anything else is read: local files are opened anew for each read at
     * a place.
     */
    byte[] whole() throws IOException {
        byte[] bytes = new byte[Math.toIntExact(length)];
        try {
            stream.readFully(bytes, 0, bytes.length);
        } catch (IOException e) {
            throw failed(e);
        }
        return bytes;
    }

    /** Tells, behind {@link #whole}, whether there are more bytes than a listing told: the file grew, or is another. */
    boolean hasGrown() throws IOException {
        try {
            return stream.read() >= 0;
        } catch (IOException e) {
            throw refused(location, e);
        }
    }

    @Override
    public void read(long position, byte[] into, int offset, int count) throws IOException {
        require(position, count);
        try {
            stream.readFully(position, into, offset, count);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    @Override
    public void fetch(List<ReadRequest> requests, Receiver receiver) throws IOException {
        if (local || !canBeTogether(requests) || !stream.hasCapability(StreamCapabilities.VECTOREDIO)) {
            ByteSource.super.fetch(requests, receiver);
            return;
        }
        int next = 0;
        while (next < requests.size()) {
            int first = next;
            long bytes = 0;
            do {
                bytes += requests.get(next).length();
                next++;
            } while (next < requests.size() && bytes + requests.get(next).length() <= FLIGHT_BYTES);
            together(requests.subList(first, next), receiver);
        }
    }

    /** Vectored reads refuse bytes that two requests ask for, as only damaged files do. */
    private static boolean canBeTogether(List<ReadRequest> requests) {
        for (int i = 1; i < requests.size(); i++) {
            ReadRequest before = requests.get(i - 1);
            if (requests.get(i).position() < before.position() + before.length()) {
                return false;
            }
        }
        return requests.size() > 1;
    }

    private void together(List<ReadRequest> requests, Receiver receiver) throws IOException {
        List<FileRange> ranges = new ArrayList<>();
        for (ReadRequest request : requests) {
            require(request.position(), request.length());
            ranges.add(FileRange.createFileRange(request.position(), request.length()));
        }
        List<ByteBuffer> brought = new ArrayList<>();
        try {
            stream.readVectored(ranges, ByteBuffer::allocate);
            for (FileRange range : ranges) {
                brought.add(FutureIO.awaitFuture(range.getData()));
            }
        } catch (IOException e) {
            throw failed(e);
        }
        for (int i = 0; i < brought.size(); i++) {
            ByteBuffer bytes = brought.get(i);
            receiver.take(
                    requests.get(i),
                    new Slice(bytes.array(), bytes.arrayOffset() + bytes.position(), bytes.remaining()));
        }
    }

    private IOException failed(IOException cause) {
        return cause instanceof EOFException
                ? new UnreadableException(
                        "Cannot read " + location + ": the file ended while it was read, expected " + length
                                + " bytes. It is being written to, or was cut; wait and run again.",
                        cause)
                : refused(location, cause);
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
