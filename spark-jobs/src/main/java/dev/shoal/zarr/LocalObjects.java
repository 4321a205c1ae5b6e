package dev.shoal.zarr;

import dev.shoal.codec.Slice;
import dev.shoal.zarr.array.ReadRoom;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;

/**
 * Files of this machine: written under another name in the same folder and renamed; no checksum files.
 *
 * <p>Through Java's own files, because Hadoop's local stream turns a full disk into an {@code Error}.
 *
 * @param system finds the file of a path
 */
record LocalObjects(RawLocalFileSystem system) implements WholeObjects {

    /**
     * Java takes bytes over through memory outside its heap, as much as is asked for, and keeps that for the thread.
     */
    private static final int PIECE_BYTES = 128 << 10;

    @Override
    public Optional<Slice> read(Path path, long most, ReadRoom room) throws IOException {
        try (FileChannel in = FileChannel.open(file(path), StandardOpenOption.READ)) {
            WholeObjects.requireNoMore(path, in.size(), most);
            int length = (int) in.size();
            ByteBuffer into = ByteBuffer.wrap(room.atLeast(length), 0, length);
            boolean ended = false;
            while (into.position() < length && !ended) {
                into.limit(Math.min(length, into.position() + PIECE_BYTES));
                ended = in.read(into) < 0;
            }
            return Optional.of(new Slice(into.array(), 0, into.position()));
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        } catch (IOException failure) {
            if (Files.isDirectory(file(path))) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    @Override
    public void put(Path path, Slice bytes) throws IOException {
        java.nio.file.Path file = file(path);
        java.nio.file.Path folder = file(path.getParent());
        java.nio.file.Path part = folder.resolve("." + path.getName() + "." + UUID.randomUUID() + PART_SUFFIX);
        try {
            Files.createDirectories(folder);
            write(part, bytes);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static void write(java.nio.file.Path file, Slice bytes) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            int end = bytes.offset() + bytes.length();
            for (int at = bytes.offset(); at < end; at += PIECE_BYTES) {
                out.write(bytes.bytes(), at, Math.min(PIECE_BYTES, end - at));
            }
        }
    }

    private java.nio.file.Path file(Path path) {
        return system.pathToFile(path).toPath();
    }
}
