package dev.shoal.codec;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How numbers lie in bytes, after NumPy's spelling of types: {@code <f4}, {@code |u1}, {@code >i2}, or a name such as
 * {@code float32}, which is little-endian.
 *
 * @param kind {@code i} signed, {@code u} unsigned, {@code f} real
 * @param bytes of one number
 * @param order of its bytes
 */
record NumberFormat(char kind, int bytes, ByteOrder order) {

    private static final Pattern SHORT = Pattern.compile("([<>|=]?)([iuf])([1248])");
    private static final Pattern LONG = Pattern.compile("(u?)(int|float)(8|16|32|64)");

    /**
     * Reads a spelling.
     *
     * @throws IllegalArgumentException where it is not a number of 1, 2, 4 or 8 bytes
     */
    static NumberFormat of(String dtype) {
        Matcher brief = SHORT.matcher(dtype);
        if (brief.matches()) {
            ByteOrder order = brief.group(1).equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
            return of(brief.group(2).charAt(0), Integer.parseInt(brief.group(3)), order, dtype);
        }
        Matcher full = LONG.matcher(dtype.toLowerCase(Locale.ROOT));
        if (full.matches()) {
            char kind = full.group(1).isEmpty() ? full.group(2).charAt(0) : 'u';
            return of(kind, Integer.parseInt(full.group(3)) / 8, ByteOrder.LITTLE_ENDIAN, dtype);
        }
        throw unknown(dtype);
    }

    private static NumberFormat of(char kind, int bytes, ByteOrder order, String dtype) {
        if (kind == 'f' && bytes < 4) {
            throw unknown(dtype);
        }
        return new NumberFormat(kind, bytes, order);
    }

    private static IllegalArgumentException unknown(String dtype) {
        return new IllegalArgumentException(
                "type \"" + dtype + "\" of a filter's numbers, expected i1 to i8, u1 to u8," + " f4 or f8");
    }

    /** Tells whether the numbers are reals. */
    boolean isReal() {
        return kind == 'f';
    }

    /** Returns bytes seen in this order. */
    ByteBuffer buffer(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(order);
    }

    /** Returns a whole number, the bits of an unsigned one of 8 bytes. */
    long whole(ByteBuffer from, int at) {
        return switch (bytes) {
            case 1 -> kind == 'u' ? from.get(at) & 0xff : from.get(at);
            case 2 -> kind == 'u' ? from.getShort(at) & 0xffff : from.getShort(at);
            case 4 -> kind == 'u' ? from.getInt(at) & 0xffffffffL : from.getInt(at);
            default -> from.getLong(at);
        };
    }

    /** Returns a number of any kind as the nearest double. */
    double real(ByteBuffer from, int at) {
        if (isReal()) {
            return bytes == 4 ? from.getFloat(at) : from.getDouble(at);
        }
        long whole = whole(from, at);
        return kind == 'u' && whole < 0 ? ((whole >>> 1) | (whole & 1)) * 2.0 : whole;
    }

    /** Puts a whole number, cut to the bytes there are; as the nearest real where these are reals. */
    void put(ByteBuffer into, int at, long whole) {
        switch (bytes) {
            case 1 -> into.put(at, (byte) whole);
            case 2 -> into.putShort(at, (short) whole);
            case 4 -> into.putInt(at, isReal() ? Float.floatToRawIntBits((float) whole) : (int) whole);
            default -> into.putLong(at, isReal() ? Double.doubleToRawLongBits((double) whole) : whole);
        }
    }

    /** Puts a real, cut towards nought where these are whole numbers. */
    void put(ByteBuffer into, int at, double real) {
        if (!isReal()) {
            put(into, at, (long) real);
        } else if (bytes == 4) {
            into.putFloat(at, (float) real);
        } else {
            into.putDouble(at, real);
        }
    }
}
