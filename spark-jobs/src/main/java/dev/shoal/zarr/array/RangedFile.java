package dev.shoal.zarr.array;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.util.functional.FutureIO;

/** A file of any Hadoop file system, told that it will be read in any order. */
public final class RangedFile implements ObjectBytes {

    private final Path path;
    private final long length;
    private final FSDataInputStream stream;

    private RangedFile(Path path, long length, FSDataInputStream stream) {
        this.path = path;
        this.length = length;
        this.stream = stream;
    }

    /**
     * Opens a file.
     *
     * @throws FileNotFoundException where there is none, or it is a folder
     */
    public static RangedFile open(FileSystem system, Path path) throws IOException {
        return open(system, system.getFileStatus(path));
    }

    /**
     * Opens a file whose state was asked for.
     *
     * @throws FileNotFoundException where it is a folder
     */
    public static RangedFile open(FileSystem system, FileStatus status) throws IOException {
        Path path = status.getPath();
        if (status.isDirectory()) {
            throw new FileNotFoundException(path + " is a folder");
        }
        FSDataInputStream stream = FutureIO.awaitFuture(system.openFile(path)
                .opt("fs.option.openfile.read.policy", "random")
                .withFileStatus(status)
                .build());
        return new RangedFile(path, status.getLen(), stream);
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public void read(long position, byte[] into, int count) throws IOException {
        try {
            stream.readFully(position, into, 0, count);
        } catch (EOFException cut) {
            throw new IOException(
                    "Cannot read " + path + ": it ended while it was read, expected " + length
                            + " bytes. It is being written to, or was cut; wait and run again.",
                    cut);
        }
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
