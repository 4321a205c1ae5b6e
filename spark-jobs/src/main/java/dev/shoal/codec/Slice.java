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

    /** Returns all of an array. */
    public static Slice of(byte[] bytes) {
        return new Slice(bytes, 0, bytes.length);
    }

    /** Returns the array where the stretch is all of it, or a copy. */
    public byte[] whole() {
        return offset == 0 && length == bytes.length ? bytes : copy();
    }

    /** Returns the stretch as an array of its own. */
    public byte[] copy() {
        return Arrays.copyOfRange(bytes, offset, offset + length);
    }
}
