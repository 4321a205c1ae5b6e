package dev.shoal.zarr.icechunk;

import java.io.IOException;
import java.io.Serializable;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;

/**
 * A file that virtual chunks lie in, in the state in which it was when it was referenced.
 *
 * @param location a whole URL, such as {@code s3://bucket/key} or {@code file:///folder/file.nc}
 * @param etag what the storage called that state, or empty
 * @param modifiedSeconds no state later than this is that one, in seconds since 1970, or 0 where it is not known; not
 *     both of this and {@code etag}
 */
public record SourceFile(String location, String etag, long modifiedSeconds) implements Serializable {

    private static final long MOST_SECONDS = 0xffff_ffffL;

    /** Refuses two states, and times that the format cannot hold. */
    public SourceFile {
        if (!etag.isEmpty() && modifiedSeconds != 0) {
            throw new IllegalArgumentException("source " + location + " with etag and time, expected one of them");
        }
        if (modifiedSeconds < 0 || modifiedSeconds > MOST_SECONDS) {
            throw new IllegalArgumentException(
                    "source " + location + " modified at " + modifiedSeconds + " s, expected 0 to " + MOST_SECONDS);
        }
        if (location.isEmpty()) {
            throw new IllegalArgumentException("a source without location, expected a URL");
        }
    }

    /** Returns a file told from its later states by their time. */
    public static SourceFile modifiedAt(String location, long seconds) {
        return new SourceFile(location, "", seconds);
    }

    /** Returns a file told from its other states by what the storage calls them. */
    public static SourceFile withEtag(String location, String etag) {
        return new SourceFile(location, etag, 0);
    }

    /**
     * Returns a file in the state in which it is: told by its etag where the storage has one, as local ones do here.
     *
     * @param location as references are to name it
     */
    public static SourceFile of(String location, FileSystem system, FileStatus status) throws IOException {
        String etag = SourceState.etag(system, status);
        return etag.isEmpty()
                ? modifiedAt(location, (status.getModificationTime() + 999) / 1000)
                : withEtag(location, etag);
    }
}
