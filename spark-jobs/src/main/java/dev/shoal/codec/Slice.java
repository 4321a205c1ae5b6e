package dev.shoal.codec;

import java.util.Arrays;

/**
 * A stretch of an array.
 *
 * @param bytes shared, not copied
 * @param offset of the first byte
 * @param length number of bytes
 */
public record Slice(byte[] bytes, int offset, int length) {

    /** Returns the stretch as an array of its own. */
    public byte[] copy() {
        return Arrays.copyOfRange(bytes, offset, offset + length);
    }
}
