package dev.shoal.netcdf;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Map;
import org.apache.hadoop.fs.EtagSource;
import org.apache.hadoop.fs.FileStatus;

/**
 * What tells a file, as it is, from other states of itself and from files that took its place.
 *
 * @param location of the file
 * @param length in bytes
 * @param modifiedMillis time of the last change since 1970 UTC
 * @param stamp that every change changes: an object's tag, or the number of a local file and the time its owner cannot
 *     set; empty where the file system has none
 */
record FileState(String location, long length, long modifiedMillis, String stamp) {

    /** A file that was changed this short a time ago may be changed again without being seen to be younger. */
    private static final long SETTLED_MILLIS = 2000;

    /** Returns the state of an object or of a file behind a network. */
    static FileState of(String location, FileStatus status) {
        String tag = status instanceof EtagSource source && source.getEtag() != null ? source.getEtag() : "";
        return new FileState(location, status.getLen(), status.getModificationTime(), tag);
    }

    /** Returns the state of a file of this machine. */
    static FileState ofLocal(String location, FileStatus status) throws IOException {
        String stamp;
        try {
            File file = new File(status.getPath().toUri().getPath());
            Map<String, Object> known = Files.readAttributes(file.toPath(), "unix:ino,ctime");
            stamp = known.get("ino") + " " + known.get("ctime");
        } catch (UnsupportedOperationException | IllegalArgumentException e) { // Not a file system of Unix.
            stamp = "";
        }
        return new FileState(location, status.getLen(), status.getModificationTime(), stamp);
    }

    /** Tells whether another state would be told from this one. */
    boolean isSettled(Clock clock) {
        return clock.millis() - modifiedMillis > SETTLED_MILLIS;
    }
}
