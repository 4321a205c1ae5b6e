package dev.shoal.zarr.virtual;

import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;
import org.apache.hadoop.fs.EtagSource;
import org.apache.hadoop.fs.FileStatus;

/**
 * A file that chunks lie in, and the state of it in which they were found.
 *
 * @param location whole path with its scheme
 * @param length in bytes
 * @param modifiedMillis time of the last change since 1970 UTC, by the file system's clock; 0 where not known
 * @param etag an object's tag; empty where the file system has none
 */
public record SourceFile(String location, long length, long modifiedMillis, String etag) implements Serializable {

    private static final long SECOND = 1000;

    /** Returns a file as its file system shows it. */
    public static SourceFile of(FileStatus status) {
        return new SourceFile(status.getPath().toString(), status.getLen(), status.getModificationTime(), etag(status));
    }

    private static String etag(FileStatus status) {
        return status instanceof EtagSource source && source.getEtag() != null ? source.getEtag() : "";
    }

    /**
     * Tells what is different about a file from when its chunks were found, or nothing where it is the same. Where both
     * have a tag the tags decide over the time, which object stores tell in seconds.
     */
    public Optional<String> difference(FileStatus found) {
        if (found.getLen() != length) {
            return Optional.of(found.getLen() + " bytes, expected " + length);
        }
        String tag = etag(found);
        if (!tag.isEmpty() && !etag.isEmpty()) {
            return tag.equals(etag) ? Optional.empty() : Optional.of("the tag " + tag + ", expected " + etag);
        }
        return isAsOld(found.getModificationTime())
                ? Optional.empty()
                : Optional.of("a change at " + Instant.ofEpochMilli(found.getModificationTime())
                        + ", expected the last one at " + Instant.ofEpochMilli(modifiedMillis));
    }

    private boolean isAsOld(long foundMillis) {
        boolean whole = foundMillis % SECOND == 0 || modifiedMillis % SECOND == 0;
        return modifiedMillis == 0
                || foundMillis == modifiedMillis
                || (whole && foundMillis / SECOND == modifiedMillis / SECOND);
    }
}
