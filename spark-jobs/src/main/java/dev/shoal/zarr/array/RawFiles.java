package dev.shoal.zarr.array;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;

/**
 * File systems without the checksums that Hadoop puts beside local files: those lie about among a store's objects, and
 * names with a colon cannot have them.
 */
public final class RawFiles {

    private RawFiles() {}

    /** Returns the file system of a path. */
    public static FileSystem of(Path path, Configuration conf) throws IOException {
        return of(path.getFileSystem(conf));
    }

    /** Returns a file system, or the one below it that puts no checksums. */
    public static FileSystem of(FileSystem system) {
        return system instanceof LocalFileSystem local ? local.getRawFileSystem() : system;
    }
}
