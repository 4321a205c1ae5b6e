package dev.shoal.codec;

import java.io.IOException;
import java.io.Serializable;
import java.util.Map;

/**
 * One step between the bytes of a chunk's elements and the bytes of its object.
 *
 * <p>Every step is a value: equal steps write equal bytes for equal input.
 */
public sealed interface BytesCodec extends Serializable permits Blosc, Gzip, Lz4, Shuffle, Zlib, Zstd {

    /** Returns the name that numcodecs gives it, such as {@code zstd}. */
    String id();

    /** Returns its parameters as numcodecs names them, without the {@code id}; whole numbers and texts. */
    Map<String, Object> parameters();

    /** Tells whether it changes the number of bytes; a step that does not is a filter. */
    default boolean compresses() {
        return true;
    }

    /** Tells whether {@link #encode} can be used. */
    default boolean writes() {
        return true;
    }

    /**
     * Encodes.
     *
     * @param decoded not changed
     */
    byte[] encode(byte[] decoded);

    /**
     * Decodes.
     *
     * @param encoded not changed
     * @param size bytes that must come out
     * @throws IOException where the bytes are not what this step writes, or come to another size
     */
    byte[] decode(byte[] encoded, int size) throws IOException;
}
