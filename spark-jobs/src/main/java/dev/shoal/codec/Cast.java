package dev.shoal.codec;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Numbers stored as another type, read only: the filters {@code astype} and {@code quantize} of numcodecs, which differ
 * in what they did to the numbers before.
 *
 * @param id {@code astype} or {@code quantize}
 * @param decoded type of the numbers, see {@link NumberFormat}
 * @param encoded type they are stored as
 */
public record Cast(String id, String decoded, String encoded) implements ReadOnlyFilter {

    /** Refuses types that are not known. */
    public Cast {
        NumberFormat.of(decoded);
        NumberFormat.of(encoded);
    }

    @Override
    public Map<String, Object> parameters() {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("encode_dtype", encoded);
        parameters.put("decode_dtype", decoded);
        return parameters;
    }

    @Override
    public OptionalInt encodedSize(int size) {
        return scaled(size, decoded, encoded);
    }

    /** Returns the bytes of as many numbers of another type. */
    static OptionalInt scaled(int size, String decoded, String encoded) {
        long count = size / NumberFormat.of(decoded).bytes();
        long bytes = count * NumberFormat.of(encoded).bytes();
        return bytes > Integer.MAX_VALUE ? OptionalInt.empty() : OptionalInt.of((int) bytes);
    }

    @Override
    public byte[] decode(byte[] stored, int size) throws IOException {
        NumberFormat from = NumberFormat.of(encoded);
        NumberFormat to = NumberFormat.of(decoded);
        int count = count(stored, from, to, size);
        ByteBuffer in = from.buffer(stored);
        byte[] out = new byte[size];
        ByteBuffer into = to.buffer(out);
        boolean whole = !from.isReal() && !(from.kind() == 'u' && from.bytes() == 8 && to.isReal());
        for (int i = 0; i < count; i++) {
            if (whole) {
                to.put(into, i * to.bytes(), from.whole(in, i * from.bytes()));
            } else {
                to.put(into, i * to.bytes(), from.real(in, i * from.bytes()));
            }
        }
        return out;
    }

    /** Returns how many numbers there are, or refuses bytes that hold more or fewer than the decoded ones. */
    static int count(byte[] stored, NumberFormat from, NumberFormat to, int size) throws DamageException {
        if (stored.length % from.bytes() != 0 || (long) stored.length / from.bytes() * to.bytes() != size) {
            throw DamageException.length((long) stored.length / from.bytes() * to.bytes(), size);
        }
        return stored.length / from.bytes();
    }
}
