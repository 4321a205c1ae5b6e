package dev.shoal.codec;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Undoes HDF5's Blosc filter: one Blosc 1 frame, see {@link BloscFrame}. */
public final class Unblosc implements ChunkDecoder {

    private static final int HEADER_BYTES = 16;

    private final CodecMemory memory = new CodecMemory();

    @Override
    public Slice decode(Slice in, int limit) throws IOException {
        if (in.length() < HEADER_BYTES) {
            throw new DamageException("found " + in.length() + " bytes, expected the header of a blosc frame");
        }
        int size = ByteBuffer.wrap(in.bytes()).order(ByteOrder.LITTLE_ENDIAN).getInt(in.offset() + Integer.BYTES);
        if (size < 0 || size > limit) {
            throw DamageException.length(size, limit);
        }
        try (memory) { // Its arrays stay.
            return BloscFrame.of(in, size).decode(memory);
        } catch (IndexOutOfBoundsException damage) {
            throw new DamageException("found a damaged blosc frame", damage);
        }
    }
}
