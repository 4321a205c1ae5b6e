package dev.shoal.zarr.icechunk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.fs.EtagSource;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.jspecify.annotations.Nullable;

/** Tells a file's state from the one in which it was referenced. */
final class SourceState {

    private SourceState() {}

    /** Returns what shows that a file was changed, or an empty text. A reference without a state shows nothing. */
    static String change(SourceFile source, FileSystem system, FileStatus status) throws IOException {
        if (!source.etag().isEmpty()) {
            String found = etag(system, status);
            return bare(found).equals(bare(source.etag()))
                    ? ""
                    : "found etag " + (found.isEmpty() ? "unknown" : found) + ", expected " + source.etag();
        }
        long modified = status.getModificationTime() / 1000;
        return source.modifiedSeconds() == 0 || modified <= source.modifiedSeconds()
                ? ""
                : "it was modified " + modified + " s after 1970, expected at most " + source.modifiedSeconds();
    }

    /** Returns what the storage calls the state of a file, or an empty text. */
    static String etag(FileSystem system, FileStatus status) throws IOException {
        if (status instanceof EtagSource known && known.getEtag() != null) {
            return known.getEtag();
        }
        return system instanceof RawLocalFileSystem local
                ? ofFile(local.pathToFile(status.getPath()).toPath())
                : "";
    }

    /** Returns what other writers call the state of a local file: its inode, microseconds and bytes, in base 16. */
    static String ofFile(Path file) throws IOException {
        if (!file.getFileSystem().supportedFileAttributeViews().contains("unix")) {
            return "";
        }
        Map<String, Object> facts = Files.readAttributes(file, "unix:ino,size");
        long micros = Files.getLastModifiedTime(file).to(TimeUnit.MICROSECONDS);
        return hex(facts.get("ino")) + "-" + Long.toHexString(micros) + "-" + hex(facts.get("size"));
    }

    private static String hex(@Nullable Object number) {
        return number instanceof Number known ? Long.toHexString(known.longValue()) : "";
    }

    private static String bare(String etag) {
        String strong = etag.startsWith("W/") ? etag.substring(2) : etag;
        return strong.replace("\"", "");
    }
}
