package dev.shoal.codec;

import java.io.IOException;
import java.util.Map;
import java.util.OptionalInt;

/** Truth values, eight to the byte, the highest bit first, read only: numcodecs' filter {@code packbits}. */
public record PackBits() implements ReadOnlyFilter {

    @Override
    public String id() {
        return "packbits";
    }

    @Override
    public Map<String, Object> parameters() {
        return Map.of();
    }

    /** One byte tells how many bits of the last one are not used. */
    @Override
    public OptionalInt encodedSize(int size) {
        return OptionalInt.of(1 + size / 8 + (size % 8 == 0 ? 0 : 1));
    }

    @Override
    public byte[] decode(byte[] stored, int size) throws IOException {
        long bits = (stored.length - 1) * 8L - (stored.length == 0 ? 0 : stored[0]);
        if (bits != size) {
            throw DamageException.length(bits, size);
        }
        byte[] out = new byte[size];
        for (int i = 0; i < size; i++) {
            out[i] = (byte) ((stored[1 + i / 8] >>> (7 - i % 8)) & 1);
        }
        return out;
    }
}
