package dev.shoal.zarr;

import dev.shoal.codec.Slice;
import dev.shoal.zarr.array.ReadRoom;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FSDataOutputStreamBuilder;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.FutureDataInputStreamBuilder;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.StreamCapabilities;
import org.apache.hadoop.util.functional.FutureIO;

/**
 * Objects of any Hadoop file system. In an object store closing the stream is what puts the object; elsewhere it is
 * written under another name in the same folder and renamed.
 *
 * @param system the file system
 */
record RemoteObjects(FileSystem system) implements WholeObjects {

    private static final String S3A = "s3a";
    private static final Set<String> OBJECT_STORES = Set.of(S3A, "s3", "s3n", "gs", "oss", "cosn", "obs");

    /**
     * S3A asks for the length of what it opens, unless it is told one: with the most that there may be one request
     * brings all that there is.
     */
    @Override
    public Optional<Slice> read(Path path, long most, ReadRoom room) throws IOException {
        FutureDataInputStreamBuilder opening =
                system.openFile(path).opt("fs.option.openfile.read.policy", "whole-file");
        if (system.getScheme().equals(S3A)) {
            opening.optLong("fs.option.openfile.length", most + 1);
        }
        try (FSDataInputStream in = FutureIO.awaitFuture(opening.build())) {
            byte[] bytes = in.readNBytes((int) Math.min(most + 1, Integer.MAX_VALUE - 15L));
            WholeObjects.requireNoMore(path, bytes.length, most);
            return Optional.of(Slice.of(bytes));
        } catch (FileNotFoundException absent) {
            return Optional.empty();
        }
    }

    @Override
    public void put(Path path, Slice bytes) throws IOException {
        if (OBJECT_STORES.contains(system.getScheme())) {
            write(path, bytes);
            return;
        }
        Path part = new Path(path.getParent(), "." + path.getName() + "." + UUID.randomUUID() + PART_SUFFIX);
        try {
            write(part, bytes);
            FileContext.getFileContext(system.getUri(), system.getConf()).rename(part, path, Options.Rename.OVERWRITE);
        } finally {
            system.delete(part, false);
        }
    }

    /**
     * The option spares S3A the questions whether a folder of the name exists; other systems pass over it. Closing a
     * stream is what puts the object in an object store, so a stream that did not take all of the bytes is aborted.
     */
    private void write(Path path, Slice bytes) throws IOException {
        FSDataOutputStreamBuilder<?, ?> builder = system.createFile(path);
        builder.overwrite(true).recursive().opt("fs.s3a.create.performance", "true");
        try (FSDataOutputStream out = builder.build()) {
            try {
                out.write(bytes.bytes(), bytes.offset(), bytes.length());
            } catch (IOException failed) {
                if (out.hasCapability(StreamCapabilities.ABORTABLE_STREAM)) {
                    out.abort();
                }
                throw failed;
            }
        }
    }
}
