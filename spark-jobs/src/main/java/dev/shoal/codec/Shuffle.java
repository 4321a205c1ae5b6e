package dev.shoal.codec;

import java.io.IOException;
import java.util.Map;
import java.util.OptionalInt;

/**
 * The byte shuffle of numcodecs, see {@link ByteShuffle}.
 *
 * @param elementBytes bytes of one element, at least 1; bytes past the last whole element stay where they are
 */
public record Shuffle(int elementBytes) implements BytesCodec {

    /** Refuses elements of no bytes. */
    public Shuffle {
        if (elementBytes < 1) {
            throw new IllegalArgumentException("Cannot shuffle elements of " + elementBytes + " bytes, expected >= 1.");
        }
    }

    @Override
    public String id() {
        return "shuffle";
    }

    @Override
    public Map<String, Object> parameters() {
        return Map.of("elementsize", elementBytes);
    }

    @Override
    public boolean compresses() {
        return false;
    }

    @Override
    public OptionalInt encodedSize(int size) {
        return OptionalInt.of(size);
    }

    @Override
    public byte[] encode(byte[] decoded) {
        byte[] out = new byte[decoded.length];
        ByteShuffle.apply(decoded, 0, out, 0, decoded.length, elementBytes);
        return out;
    }

    @Override
    public Slice encode(Slice decoded, CodecMemory memory) {
        byte[] out = memory.room(decoded.length());
        ByteShuffle.apply(decoded.bytes(), decoded.offset(), out, 0, decoded.length(), elementBytes);
        return new Slice(out, 0, decoded.length());
    }

    @Override
    public byte[] decode(byte[] encoded, int size) throws IOException {
        requireLength(encoded.length, size);
        byte[] out = new byte[size];
        ByteShuffle.undo(encoded, 0, out, 0, size, elementBytes);
        return out;
    }

    @Override
    public Slice decode(Slice encoded, int size, CodecMemory memory) throws IOException {
        requireLength(encoded.length(), size);
        byte[] out = memory.room(size);
        ByteShuffle.undo(encoded.bytes(), encoded.offset(), out, 0, size, elementBytes);
        return new Slice(out, 0, size);
    }

    /** Refuses bytes that this step did not write for so many. */
    static void requireLength(int length, int size) throws DamageException {
        if (length != size) {
            throw DamageException.length(length, size);
        }
    }
}
