package dev.shoal.netcdf;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.UnsupportedFileSystemException;
import org.apache.hadoop.security.AccessControlException;
import org.apache.hadoop.util.functional.FutureIO;

/** A file behind Hadoop's {@link FileSystem}, told that it will be read in any order. */
final class HadoopBytes implements ByteSource {

    private final String location;
    private final long length;
    private final FSDataInputStream stream;

    private HadoopBytes(String location, long length, FSDataInputStream stream) {
        this.location = location;
        this.length = length;
        this.stream = stream;
    }

    /**
     * Opens a file for reading in any order.
     *
     * @throws UnreadableException where there is no such file, it is a folder, or reading it is not allowed
     */
    static HadoopBytes open(String location, Configuration conf) throws IOException {
        return open(location, conf, "random");
    }

    /** Opens a file with one of Hadoop's read policies. */
    static HadoopBytes open(String location, Configuration conf, String policy) throws IOException {
        try {
            Path path = new Path(location);
            FileSystem files = path.getFileSystem(conf);
            FileStatus status = files.getFileStatus(path);
            if (status.isDirectory()) {
                throw new UnreadableException(
                        "Cannot read " + location + ": found a folder, expected a file. Name a file.");
            }
            FSDataInputStream stream = FutureIO.awaitFuture(files.openFile(path)
                    .opt("fs.option.openfile.read.policy", policy)
                    .withFileStatus(status)
                    .build());
            return new HadoopBytes(location, status.getLen(), stream);
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
    public void read(long position, byte[] into, int offset, int count) throws IOException {
        require(position, count);
        try {
            stream.readFully(position, into, offset, count);
        } catch (EOFException e) {
            throw new UnreadableException(
                    "Cannot read " + location + ": the file ended while it was read, expected " + length
                            + " bytes. It is being written to, or was cut; wait and run again.",
                    e);
        } catch (IOException e) {
            throw refused(location, e);
        }
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
