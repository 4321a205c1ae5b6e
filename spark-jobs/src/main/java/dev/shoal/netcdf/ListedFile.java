package dev.shoal.netcdf;

import java.time.Instant;
import org.apache.hadoop.fs.FileStatus;

/**
 * A state of a file, as a listing showed it.
 *
 * @param location a path, or a URI of a scheme that Hadoop's FileSystem knows
 * @param length in bytes
 * @param modifiedMillis time of the last change since 1970 UTC, by the file system's clock
 */
public record ListedFile(String location, long length, long modifiedMillis) {

    private static final long SECOND = 1000;

    /** Refuses a file that is in another state by now. */
    void require(FileStatus status) throws UnreadableException {
        if (status.getLen() != length || !isAsOld(status.getModificationTime())) {
            throw new UnreadableException("Cannot read " + location + ": found " + status.getLen() + " bytes of "
                    + Instant.ofEpochMilli(status.getModificationTime()) + ", expected " + length + " bytes of "
                    + Instant.ofEpochMilli(modifiedMillis)
                    + " as listed. The file was changed while it was being read; run the query again.");
        }
    }

    /** Object stores tell the time in listings finer than of one object, which they tell in whole seconds. */
    private boolean isAsOld(long foundMillis) {
        boolean whole = foundMillis % SECOND == 0 || modifiedMillis % SECOND == 0;
        return foundMillis == modifiedMillis || (whole && foundMillis / SECOND == modifiedMillis / SECOND);
    }
}
