package dev.shoal.stage;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The blocks of one series, kept to be read again: in memory as far as {@link #MOST_BYTES}, then in a scratch file that
 * goes when this is closed.
 */
final class HeldBlocks implements AutoCloseable {

    private static final long MOST_BYTES = 8L << 20;
    private static final int BUFFER = 1 << 20;

    private final Supplier<File> scratch;
    private final List<byte[]> inMemory = new ArrayList<>();
    private long bytes;
    private int inFile;
    private Optional<File> file = Optional.empty();
    private Optional<DataOutputStream> out = Optional.empty();

    /**
     * Makes an empty store.
     *
     * @param scratch names a file to write to where memory does not do
     */
    HeldBlocks(Supplier<File> scratch) {
        this.scratch = scratch;
    }

    /** Keeps a block. */
    void add(byte[] block) {
        if (bytes + block.length <= MOST_BYTES && file.isEmpty()) {
            bytes += block.length;
            inMemory.add(block);
            return;
        }
        try {
            if (out.isEmpty()) {
                file = Optional.of(scratch.get());
                out = Optional.of(new DataOutputStream(new BufferedOutputStream(
                        Files.newOutputStream(file.get().toPath()), BUFFER)));
            }
            out.get().writeInt(block.length);
            out.get().write(block);
            inFile++;
        } catch (IOException error) {
            throw new UncheckedIOException(
                    "Cannot put a part of a long series aside in " + file + ". Give Spark more local disk.", error);
        }
    }

    /** Returns the blocks in the order in which they were added; nothing may be added afterwards. */
    Iterator<byte[]> read() {
        try {
            if (out.isPresent()) {
                out.get().flush();
            }
            return new Reading();
        } catch (IOException error) {
            throw new UncheckedIOException("Cannot read a part of a long series back from " + file + ".", error);
        }
    }

    @Override
    public void close() {
        inMemory.clear();
        try {
            if (out.isPresent()) {
                out.get().close();
            }
            if (file.isPresent()) {
                Files.deleteIfExists(file.get().toPath());
            }
        } catch (IOException error) {
            throw new UncheckedIOException("Cannot delete the scratch file " + file + ".", error);
        }
    }

    /** One way through the blocks. */
    private final class Reading implements Iterator<byte[]> {
        private int at;
        private Optional<DataInputStream> in = Optional.empty();

        @Override
        public boolean hasNext() {
            return at < inMemory.size() + inFile;
        }

        @Override
        public byte[] next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return at < inMemory.size() ? inMemory.get(at++) : fromFile();
        }

        private byte[] fromFile() {
            try {
                if (in.isEmpty()) {
                    in = Optional.of(new DataInputStream(new BufferedInputStream(
                            Files.newInputStream(file.orElseThrow().toPath()), BUFFER)));
                }
                byte[] block = new byte[in.get().readInt()];
                in.get().readFully(block);
                at++;
                if (!hasNext()) {
                    in.get().close();
                }
                return block;
            } catch (IOException error) {
                throw new UncheckedIOException("Cannot read a part of a long series back from " + file + ".", error);
            }
        }
    }
}
