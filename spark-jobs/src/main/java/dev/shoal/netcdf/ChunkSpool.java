package dev.shoal.netcdf;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Encoded chunks on a local disk until their places in a file are known: one file, in the order in which they come. It
 * is gone with {@link #close}, and where the process dies. Safe for use by several threads.
 */
final class ChunkSpool implements Closeable {

    private static final int PIECE_BYTES = 128 << 10;

    private final FileChannel channel;
    private final AtomicLong end = new AtomicLong();

    /** Begins an empty one in a folder, which is made where it is missing. */
    ChunkSpool(Path folder) throws IOException {
        Files.createDirectories(folder);
        Path file = Files.createTempFile(folder, "chunks-", ".spool");
        channel = FileChannel.open(
                file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
    }

    /** Adds bytes and returns where they begin. */
    long add(byte[] bytes) throws IOException {
        long start = end.getAndAdd(bytes.length);
        ByteBuffer from = ByteBuffer.wrap(bytes);
        while (from.position() < bytes.length) {
            from.limit(Math.min(bytes.length, from.position() + PIECE_BYTES));
            channel.write(from, start + from.position());
        }
        return start;
    }

    /** Copies bytes out. */
    void copy(long start, int length, OutputStream out) throws IOException {
        ByteBuffer piece = ByteBuffer.allocate(Math.min(length, PIECE_BYTES));
        for (int done = 0; done < length; done += piece.limit()) {
            piece.clear().limit(Math.min(piece.capacity(), length - done));
            while (piece.hasRemaining()) {
                if (channel.read(piece, start + done + piece.position()) < 0) {
                    throw new EOFException("Cannot read chunks again: found the end of the local copy at byte "
                            + (start + done) + ", expected " + (length - done) + " bytes more. Write the file again.");
                }
            }
            out.write(piece.array(), 0, piece.limit());
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
