package dev.shoal.netcdf;

import java.util.Arrays;

/**
 * A stretch of an array.
 *
 * @param bytes shared, not copied
 * @param offset of the first byte
 * @param length number of bytes
 */
record Slice(byte[] bytes, int offset, int length) {

    /** Returns the stretch as an array of its own. */
    byte[] copy() {
        return Arrays.copyOfRange(bytes, offset, offset + length);
    }
}
