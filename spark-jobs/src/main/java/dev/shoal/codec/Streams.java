package dev.shoal.codec;

import java.io.IOException;
import java.io.InputStream;

/** Takes bytes out of decoding streams without taking more memory than they may come to. */
final class Streams {

    private Streams() {}

    /** Returns all bytes of a stream, or refuses one that holds more than {@code most}. */
    static byte[] atMost(InputStream in, int most) throws IOException {
        byte[] out = in.readNBytes(most);
        if (out.length == most && in.read() >= 0) {
            throw tooLong(most);
        }
        return out;
    }

    /** Returns the bytes, or refuses another number of them than {@code size}. */
    static byte[] exactly(byte[] bytes, int size) throws DamageException {
        if (bytes.length != size) {
            throw DamageException.length(bytes.length, size);
        }
        return bytes;
    }

    /**
     * Refuses a chunk whose bytes cannot come to a size, before memory is taken for it.
     *
     * @param ratio the most that one stored byte can decode to
     */
    static void requirePossible(int encoded, long size, long ratio) throws DamageException {
        if (encoded * ratio + 64 < size) {
            throw new DamageException("its " + encoded + " bytes are too few to decode to " + size);
        }
    }

    /** Returns the error of bytes that decode to more than they may. */
    static DamageException tooLong(int most) {
        return new DamageException("it decodes to more bytes, expected " + most + " at most");
    }
}
