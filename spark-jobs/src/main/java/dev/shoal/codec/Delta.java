package dev.shoal.codec;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Differences between neighbours: numcodecs' filter {@code delta}. Sums run in the decoded type, as NumPy's do: whole
 * numbers wrap, 4-byte reals round at every step. So only differences of whole numbers in their own width give back
 * what was written; others are read only.
 *
 * @param decoded type of the numbers, see {@link NumberFormat}
 * @param encoded type of the differences
 */
public record Delta(String decoded, String encoded) implements BytesCodec {

    /** Refuses types that are not known. */
    public Delta {
        NumberFormat.of(decoded);
        NumberFormat.of(encoded);
    }

    @Override
    public String id() {
        return "delta";
    }

    @Override
    public Map<String, Object> parameters() {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("dtype", decoded);
        parameters.put("astype", encoded);
        return parameters;
    }

    @Override
    public boolean compresses() {
        return false;
    }

    @Override
    public boolean writes() {
        NumberFormat from = NumberFormat.of(decoded);
        NumberFormat to = NumberFormat.of(encoded);
        return !from.isReal() && !to.isReal() && from.bytes() == to.bytes();
    }

    @Override
    public byte[] encode(byte[] plain) {
        if (!writes()) {
            throw new UnsupportedOperationException("Cannot write delta of " + decoded + " as " + encoded
                    + ": it would not give back the same. Take whole numbers of one width, or leave the filter out.");
        }
        NumberFormat from = NumberFormat.of(decoded);
        NumberFormat to = NumberFormat.of(encoded);
        ByteBuffer in = from.buffer(plain);
        byte[] out = new byte[plain.length];
        ByteBuffer into = to.buffer(out);
        long before = 0;
        for (int at = 0; at + from.bytes() <= plain.length; at += from.bytes()) {
            long number = from.whole(in, at);
            to.put(into, at, number - before);
            before = number;
        }
        return out;
    }

    @Override
    public OptionalInt encodedSize(int size) {
        return Cast.scaled(size, decoded, encoded);
    }

    @Override
    public byte[] decode(byte[] stored, int size) throws IOException {
        NumberFormat from = NumberFormat.of(encoded);
        NumberFormat to = NumberFormat.of(decoded);
        int count = Cast.count(stored, from, to, size);
        ByteBuffer in = from.buffer(stored);
        byte[] out = new byte[size];
        ByteBuffer into = to.buffer(out);
        long whole = 0;
        double real = 0;
        for (int i = 0; i < count; i++) {
            if (to.isReal()) {
                double step = real + from.real(in, i * from.bytes());
                real = to.bytes() == 4 ? (float) step : step;
                to.put(into, i * to.bytes(), real);
            } else {
                whole += from.isReal() ? (long) from.real(in, i * from.bytes()) : from.whole(in, i * from.bytes());
                to.put(into, i * to.bytes(), whole);
            }
        }
        return out;
    }
}
