package dev.shoal.codec;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Numbers stored as {@code (number - offset) * scale}, rounded to the even: numcodecs' filter {@code fixedscaleoffset}.
 * Reckoned as NumPy does: 4-byte reals in 4-byte reals, all else in doubles. What comes back is as near as the scale
 * says; a number that the stored type cannot hold, NaN among them, is refused.
 *
 * @param scale not 0
 * @param offset what was taken away before
 * @param decoded type of the numbers, see {@link NumberFormat}
 * @param encoded type they are stored as
 */
public record FixedScaleOffset(double scale, double offset, String decoded, String encoded) implements BytesCodec {

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
    public boolean compresses() {
        return false;
    }

    @Override
    public byte[] encode(byte[] plain) {
        NumberFormat from = NumberFormat.of(decoded);
        NumberFormat to = NumberFormat.of(encoded);
        int count = plain.length / from.bytes();
        ByteBuffer in = from.buffer(plain);
        byte[] out = new byte[Math.multiplyExact(count, to.bytes())];
        ByteBuffer into = to.buffer(out);
        boolean inFloats = from.isReal() && from.bytes() == 4;
        for (int i = 0; i < count; i++) {
            double number = from.real(in, i * from.bytes());
            double scaled = inFloats ? ((float) number - (float) offset) * (float) scale : (number - offset) * scale;
            double rounded = Math.rint(scaled);
            requireHeld(number, rounded, to);
            to.put(into, i * to.bytes(), rounded);
        }
        return out;
    }

    private void requireHeld(double number, double stored, NumberFormat to) {
        double highest = Math.scalb(1.0, 8 * to.bytes() - (to.kind() == 'u' ? 0 : 1));
        double lowest = to.kind() == 'u' ? 0 : -highest;
        boolean tooLong = to.kind() == 'u' && to.bytes() == 8 && stored >= Math.scalb(1.0, 63);
        if (!to.isReal() && (!(stored >= lowest && stored < highest) || tooLong)) {
            throw new UnfitElementException("Cannot write fixedscaleoffset: found " + number + ", which comes to "
                    + stored + ", expected what " + encoded + " holds. Take a wider type, or leave the filter out.");
        }
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
