package dev.shoal.zarr.icechunk;

import dev.shoal.codec.DamageException;

/**
 * The bytes of memory that may be taken while a flatbuffer is parsed. Its tables and texts may be named more than once,
 * so a small one could otherwise ask for any amount.
 */
final class Allowance {

    private static final int BYTES_PER_BYTE = 16;
    private static final int LEAST_BYTES = 1 << 20;

    private long left;

    /** Allows a multiple of a flatbuffer's bytes. */
    Allowance(int bufferBytes) {
        this.left = (long) BYTES_PER_BYTE * bufferBytes + LEAST_BYTES;
    }

    /** Takes bytes, before memory is asked for. */
    void take(long bytes) throws DamageException {
        left -= bytes;
        if (left < 0) {
            throw new DamageException(
                    "parts that are named so often that they need more than " + BYTES_PER_BYTE + " times its own size");
        }
    }
}
