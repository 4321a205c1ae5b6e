package dev.shoal.codec;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Undoes the HDF5 filter of the bitshuffle library: blocks of shuffled bits, stored as they are or each through LZ4 or
 * Zstandard; fewer than eight last elements lie behind them as they are.
 */
public final class Unbitshuffle implements ChunkDecoder {

    private static final int LZ4 = 2;
    private static final int ZSTD = 3;
    private static final int TARGET_BYTES = 8192;
    private static final int LEAST_ELEMENTS = 128;
    private static final int HEADER_BYTES = 12;

    private final int elementBytes;
    private final int blockElements;
    private final int compression;
    private byte[] buffer = new byte[0];
    private byte[] block = new byte[0];

    /**
     * Makes it.
     *
     * @param elementBytes bytes of one element
     * @param blockElements elements of a block; 0 stands for the library's own choice
     * @param compression 0 none, 2 LZ4, 3 Zstandard
     */
    public Unbitshuffle(int elementBytes, int blockElements, int compression) {
        this.elementBytes = Math.max(1, elementBytes);
        this.blockElements =
                blockElements > 0 ? blockElements : Math.max(LEAST_ELEMENTS, TARGET_BYTES / this.elementBytes / 8 * 8);
        this.compression = compression;
    }

    @Override
    public Slice decode(Slice in, int limit) throws IOException {
        if (compression == 0) {
            return decode(in, in.length(), blockElements, 0);
        }
        if (in.length() < HEADER_BYTES) {
            throw new DamageException("found " + in.length() + " bytes, expected the header of bitshuffle");
        }
        ByteBuffer header = ByteBuffer.wrap(in.bytes(), in.offset(), HEADER_BYTES);
        long size = header.getLong();
        int blockBytes = header.getInt();
        if (size < 0 || size > limit || blockBytes < 0) {
            throw DamageException.length(size, limit);
        }
        return decode(in, (int) size, blockBytes == 0 ? blockElements : blockBytes / elementBytes, HEADER_BYTES);
    }

    private Slice decode(Slice in, int size, int inBlock, int header) throws IOException {
        if (inBlock < 8 || inBlock % 8 != 0) {
            throw new DamageException("found bitshuffle blocks of " + inBlock + " elements, expected a multiple of 8");
        }
        if (buffer.length < size) {
            buffer = new byte[size];
        }
        int end = in.offset() + in.length();
        int at = in.offset() + header;
        int done = 0;
        for (int left = size / elementBytes / 8 * 8; left > 0; ) {
            int count = Math.min(left, inBlock);
            at = block(in.bytes(), at, end, done, count);
            done += count * elementBytes;
            left -= count;
        }
        require(size - done, end - at);
        System.arraycopy(in.bytes(), at, buffer, done, size - done);
        return new Slice(buffer, 0, size);
    }

    private static void require(int bytes, int left) throws DamageException {
        if (bytes < 0 || bytes > left) {
            throw new DamageException("found a bitshuffle block of " + bytes + " bytes where " + left + " are left");
        }
    }

    /** Takes one block to its place and returns where the next begins. */
    private int block(byte[] from, int start, int end, int to, int count) throws IOException {
        int size = count * elementBytes;
        if (compression == 0) {
            require(size, end - start);
            BitShuffle.undo(from, start, buffer, to, count, elementBytes);
            return start + size;
        }
        require(Integer.BYTES, end - start);
        int stored = ByteBuffer.wrap(from).getInt(start);
        int at = start + Integer.BYTES;
        require(stored, end - at);
        if (block.length < size) {
            block = new byte[size];
        }
        switch (compression) {
            case LZ4 -> Lz4.decode(from, at, stored, block, 0, size);
            case ZSTD -> Zstd.decode(from, at, stored, block, 0, size);
            default ->
                throw new DamageException(
                        "found bitshuffle with compression " + compression + ", expected 0, 2 (lz4) or 3 (zstd)");
        }
        BitShuffle.undo(block, 0, buffer, to, count, elementBytes);
        return at + stored;
    }
}
