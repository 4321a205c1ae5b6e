package dev.shoal.netcdf;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.Set;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.StreamCapabilities;

/**
 * A file that is there whole or not at all: until it is whole, whoever reads sees what was there before, and so it
 * stays where writing fails.
 */
public final class NewFile {

    private static final String PART_SUFFIX = ".part";
    private static final Set<String> OBJECT_STORES = Set.of("s3a", "s3", "s3n", "gs", "oss", "cosn", "obs");
    private static final int BUFFER_BYTES = 1 << 20;

    private NewFile() {}

    /** What a file is to hold. */
    @FunctionalInterface
    public interface Body {

        /**
         * Writes the whole file.
         *
         * @param out is not closed
         */
        void write(OutputStream out) throws IOException;
    }

    /**
     * Writes a file from its first byte to its last, in the place of whatever was there; makes the folders above.
     *
     * @param location a path, or a URI of a scheme that Hadoop's FileSystem knows
     */
    public static void write(String location, Configuration conf, Body body) throws IOException {
        Path path = new Path(location);
        FileSystem system = path.getFileSystem(conf);
        Path whole = system.makeQualified(path);
        Path part = new Path(whole.getParent(), "." + whole.getName() + "." + UUID.randomUUID() + PART_SUFFIX);
        if (system instanceof LocalFileSystem local) {
            local(local.pathToFile(part).toPath(), local.pathToFile(whole).toPath(), body);
        } else if (OBJECT_STORES.contains(system.getScheme())) {
            stream(system, whole, body);
        } else {
            try {
                stream(system, part, body);
                FileContext.getFileContext(whole.toUri(), conf).rename(part, whole, Options.Rename.OVERWRITE);
            } finally {
                system.delete(part, false);
            }
        }
    }

    /** Through Java's own files, because Hadoop's local stream turns a full disk into an {@code Error}. */
    private static void local(java.nio.file.Path part, java.nio.file.Path whole, Body body) throws IOException {
        try {
            Files.createDirectories(part.getParent());
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part), BUFFER_BYTES)) {
                body.write(out);
            }
            Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** Closing a stream is what puts the object in an object store, so one that failed is aborted. */
    private static void stream(FileSystem system, Path path, Body body) throws IOException {
        try (FSDataOutputStream out =
                system.createFile(path).overwrite(true).recursive().build()) {
            boolean whole = false;
            try {
                body.write(out);
                whole = true;
            } finally {
                if (!whole && out.hasCapability(StreamCapabilities.ABORTABLE_STREAM)) {
                    out.abort();
                }
            }
        }
    }
}
