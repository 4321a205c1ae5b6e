package dev.shoal.codec;

import java.nio.ByteBuffer;

/**
 * Undoes HDF5's LZ4 filter: eight bytes of decoded size and four of block size, both big-endian; then blocks, each
 * behind four bytes of its stored size. A block of as many bytes as it decodes to is stored as it is.
 */
public final class Unlz4 implements ChunkDecoder {

    private static final int HEADER_BYTES = 12;

    private byte[] buffer = new byte[0];

    @Override
    public Slice decode(Slice in, int limit) throws DamageException {
        if (in.length() < HEADER_BYTES) {
            throw new DamageException("found " + in.length() + " bytes, expected the header of lz4");
        }
        ByteBuffer from = ByteBuffer.wrap(in.bytes(), in.offset(), in.length());
        long size = from.getLong();
        int blockBytes = from.getInt();
        if (size < 0 || size > limit || blockBytes < 0) {
            throw DamageException.length(size, limit);
        }
        if (buffer.length < size) {
            buffer = new byte[(int) size];
        }
        for (int done = 0; done < size; ) {
            int length = blockBytes == 0 ? (int) size : (int) Math.min(blockBytes, size - done);
            int stored = from.remaining() < Integer.BYTES ? -1 : from.getInt();
            if (stored < 0 || stored > from.remaining()) {
                throw new DamageException(
                        "found an lz4 block of " + stored + " bytes where " + from.remaining() + " are left");
            }
            if (stored == length) {
                from.get(buffer, done, length);
            } else {
                Lz4.decode(in.bytes(), from.position(), stored, buffer, done, length);
                from.position(from.position() + stored);
            }
            done += length;
        }
        return new Slice(buffer, 0, (int) size);
    }
}
