package dev.shoal.zarr.kerchunk;

import dev.shoal.zarr.array.RawFiles;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;

/** Writes a file that is seen when it is whole, and not before. */
final class WholeOutput {

    /** Writes what the file is to hold. */
    @FunctionalInterface
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    private WholeOutput() {}

    /**
     * Writes a file, in place of what was there.
     *
     * @throws IOException where the storage fails; what was there stays
     */
    static void write(String location, Configuration conf, Content content) throws IOException {
        Path path = new Path(location);
        FileSystem system = RawFiles.of(path.getFileSystem(conf));
        Path whole = system.makeQualified(path);
        if (!canRename(whole)) { // An object is there when it has been sent, and not before.
            try (OutputStream out = system.create(whole, true)) {
                content.writeTo(out);
            }
            return;
        }
        Path part = new Path(whole.getParent(), "." + whole.getName() + ".part");
        try {
            try (OutputStream out = system.create(part, true)) {
                content.writeTo(out);
            }
            FileContext.getFileContext(whole.toUri(), conf).rename(part, whole, Options.Rename.OVERWRITE);
        } finally {
            system.delete(part, false);
        }
    }

    private static boolean canRename(Path path) {
        String scheme = String.valueOf(path.toUri().getScheme());
        return scheme.equals("file") || scheme.equals("hdfs");
    }
}
