package dev.shoal.zarr;

import java.io.IOException;
import java.util.Map;

/**
 * The byte shuffle of HDF5 and numcodecs: all first bytes of the elements, then all second bytes, and so on.
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
    public byte[] encode(byte[] decoded) {
        byte[] out = decoded.clone();
        int count = decoded.length / elementBytes;
        for (int lane = 0; lane < elementBytes; lane++) {
            int to = lane * count;
            for (int i = 0, from = lane; i < count; i++, from += elementBytes) {
                out[to + i] = decoded[from];
            }
        }
        return out;
    }

    @Override
    public byte[] decode(byte[] encoded, int size) throws IOException {
        if (encoded.length != size) {
            throw DamageException.length(encoded.length, size);
        }
        byte[] out = new byte[size];
        unshuffle(encoded, 0, out, 0, size, elementBytes);
        return out;
    }

    /** Undoes the shuffle of {@code length} bytes. */
    static void unshuffle(byte[] from, int fromStart, byte[] to, int toStart, int length, int elementBytes) {
        int count = length / elementBytes;
        for (int lane = 0; lane < elementBytes; lane++) {
            int source = fromStart + lane * count;
            for (int i = 0, target = toStart + lane; i < count; i++, target += elementBytes) {
                to[target] = from[source + i];
            }
        }
        int whole = count * elementBytes;
        System.arraycopy(from, fromStart + whole, to, toStart + whole, length - whole);
    }
}
