package dev.shoal.codec;

import java.io.IOException;
import java.io.Serializable;
import java.util.Map;
import java.util.OptionalInt;

/**
 * One step between the bytes of a chunk's elements and the bytes of its object.
 *
 * <p>Every step is a value: equal steps write equal bytes for equal input.
 */
public sealed interface BytesCodec extends Serializable
        permits Blosc, Bz2, Checksum, Delta, FixedScaleOffset, Gzip, Lz4, Lzma, ReadOnlyFilter, Shuffle, Zlib, Zstd {

    /** Returns the name that numcodecs gives it, such as {@code zstd}. */
    String id();

    /** Returns its parameters as numcodecs names them, without the {@code id}; whole numbers and texts. */
    Map<String, Object> parameters();

    /** Tells whether it makes fewer bytes of most; a step that does not is a filter. */
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
     * Encodes in memory that is used again; gives the bytes that {@link #encode(byte[])} gives.
     *
     * @param decoded not changed; may be returned
     * @return holds until the memory is used again
     */
    default Slice encode(Slice decoded, CodecMemory memory) {
        return Slice.of(encode(decoded.whole()));
    }

    /**
     * Decodes.
     *
     * @param encoded not changed
     * @param size bytes that must come out
     * @throws IOException where the bytes are not what this step writes, or come to another size
     */
    byte[] decode(byte[] encoded, int size) throws IOException;

    /**
     * Decodes in memory that is used again; gives the bytes that {@link #decode(byte[], int)} gives.
     *
     * @param encoded not changed; may be returned
     * @param size bytes that must come out
     * @return holds until the memory is used again
     * @throws IOException where the bytes are not what this step writes, or come to another size
     */
    default Slice decode(Slice encoded, int size, CodecMemory memory) throws IOException {
        return Slice.of(decode(encoded.whole(), size));
    }

    /** Returns the bytes that so many decoded ones come to, or nothing where that depends on them. */
    default OptionalInt encodedSize(int size) {
        return OptionalInt.empty();
    }

    /**
     * Decodes what comes to a length that is not known before.
     *
     * @param encoded not changed
     * @param most the most bytes that may come out
     * @throws IOException where the bytes are not what this step writes, or come to more
     */
    default byte[] decodeAtMost(byte[] encoded, int most) throws IOException {
        return decode(encoded, encoded.length - encodedSize(0).orElse(0));
    }
}
