package dev.shoal.zarr;

import dev.shoal.codec.Slice;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.StandardCopyOption;
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

    private static final int PIECE_BYTES = 128 << 10;

    @Override
    public Optional<byte[]> read(Path path, long most) throws IOException {
        java.nio.file.Path file = file(path);
        try {
            if (Files.isDirectory(file)) {
                return Optional.empty();
            }
            WholeObjects.requireNoMore(path, Files.size(file), most);
            return Optional.of(Files.readAllBytes(file));
        } catch (NoSuchFileException absent) {
            return Optional.empty();
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

    /** Some bytes at a time: Java takes them over into memory outside its heap first, and keeps that for the thread. */
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
