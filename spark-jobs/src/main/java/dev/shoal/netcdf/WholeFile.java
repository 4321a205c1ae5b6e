package dev.shoal.netcdf;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;

/**
 * A small file that was read as a whole, by one request: for those who want its checksum beside what is in it. Cannot
 * be changed.
 */
public final class WholeFile {

    /** Larger files are not held; a header and one pass over the bytes cost them few requests for their size. */
    public static final int MOST_BYTES = 4 << 20;

    private final HeldBytes bytes;

    private WholeFile(HeldBytes bytes) {
        this.bytes = bytes;
    }

    /**
     * Reads a file.
     *
     * @param location a path, or a URI of a scheme that Hadoop's FileSystem knows
     * @param length as a listing told it
     * @return nothing where the file is larger than {@link #MOST_BYTES} or than was told, or there is no file: it may
     *     be a folder
     * @throws UnreadableException where the file may not be read, or is shorter; names it
     * @throws IOException where the storage fails
     */
    public static Optional<WholeFile> read(String location, long length, Configuration conf) throws IOException {
        if (length > MOST_BYTES) {
            return Optional.empty();
        }
        try (HadoopBytes source = HadoopBytes.open(location, length, conf)) {
            HeldBytes bytes = new HeldBytes(location, source.whole());
            return source.hasGrown() ? Optional.empty() : Optional.of(new WholeFile(bytes));
        } catch (UnreadableException fault) {
            if (fault.getCause() instanceof FileNotFoundException) { // Who opens it in another way is told more.
                return Optional.empty();
            }
            throw fault;
        }
    }

    /**
     * Opens the file.
     *
     * @throws UnreadableException as {@link ArrayFiles#open(String, Configuration)}
     */
    public ArrayFile open() throws IOException {
        return ArrayFiles.open(bytes);
    }

    /** Returns what tells the file's bytes from another's. */
    public FileDigest digest() {
        return FileDigest.of(bytes.bytes());
    }
}
