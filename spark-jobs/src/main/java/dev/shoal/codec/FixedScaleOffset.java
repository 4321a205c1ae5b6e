package dev.shoal.codec;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Numbers stored as {@code (number - offset) * scale}, read only: numcodecs' filter {@code fixedscaleoffset}. Stored
 * whole numbers are turned back in doubles, stored 4-byte reals in 4-byte reals, as NumPy does.
 *
 * @param scale not 0
 * @param offset what was taken away before
 * @param decoded type of the numbers, see {@link NumberFormat}
 * @param encoded type they are stored as
 */
public record FixedScaleOffset(double scale, double offset, String decoded, String encoded) implements ReadOnlyFilter {

    /** Refuses types that are not known and a scale of 0. */
    public FixedScaleOffset {
        NumberFormat.of(decoded);
        NumberFormat.of(encoded);
        if (scale == 0) {
            throw new IllegalArgumentException("fixedscaleoffset with scale 0, expected another number");
        }
    }

    @Override
    public String id() {
        return "fixedscaleoffset";
    }

    @Override
    public Map<String, Object> parameters() {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("scale", scale);
        parameters.put("offset", offset);
        parameters.put("dtype", decoded);
        parameters.put("astype", encoded);
        return parameters;
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
        boolean inFloats = from.isReal() && from.bytes() == 4;
        for (int i = 0; i < count; i++) {
            double number = from.real(in, i * from.bytes());
            double turned = inFloats ? (float) number / (float) scale + (float) offset : number / scale + offset;
            to.put(into, i * to.bytes(), turned);
        }
        return out;
    }
}
