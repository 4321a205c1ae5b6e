package dev.shoal.zarr.array;

import dev.shoal.codec.UnfitElementException;
import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Numbers in bytes. */
final class NumberForm {

    private static final int HALF_EXPONENT = 0x7c00;

    private NumberForm() {}

    /** Returns the numbers of bytes. */
    static Object decode(StoredType type, byte[] raw) {
        Object cells = Cells.allocate(type.element(), raw.length / type.bytes());
        ByteBuffer from =
                ByteBuffer.wrap(raw).order(type.littleEndian() ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        if (cells instanceof byte[] bytes) {
            from.get(bytes);
        } else if (cells instanceof short[] shorts) {
            from.asShortBuffer().get(shorts);
        } else if (cells instanceof int[] ints) {
            from.asIntBuffer().get(ints);
        } else if (cells instanceof long[] longs) {
            from.asLongBuffer().get(longs);
        } else if (cells instanceof float[] floats) {
            from.asFloatBuffer().get(floats);
        } else {
            from.asDoubleBuffer().get((double[]) cells);
        }
        return cells;
    }

    /** Returns reals of two bytes as reals of four, which hold each of them. */
    static float[] halves(byte[] raw, boolean littleEndian) {
        ByteBuffer from = ByteBuffer.wrap(raw).order(littleEndian ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        float[] cells = new float[raw.length / Short.BYTES];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = half(from.getShort(i * Short.BYTES));
        }
        return cells;
    }

    /** Returns a real of IEEE 754's binary16; the payload of a NaN is kept. */
    static float half(short bits) {
        int sign = (bits & 0x8000) << 16;
        int exponent = bits & HALF_EXPONENT;
        int mantissa = bits & 0x3ff;
        if (exponent == 0) {
            float small = mantissa * 0x1p-24f;
            return sign == 0 ? small : -small;
        }
        int wide = exponent == HALF_EXPONENT ? 0x7f800000 : (exponent << 13) + ((127 - 15) << 23);
        return Float.intBitsToFloat(sign | wide | (mantissa << 13));
    }

    /**
     * Returns reals as reals of two bytes, which must hold each of them; of a NaN the first bits of the payload stay.
     */
    static byte[] ofHalves(float[] cells, boolean littleEndian) {
        byte[] raw = new byte[Math.multiplyExact(cells.length, Short.BYTES)];
        ByteBuffer to = ByteBuffer.wrap(raw).order(littleEndian ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        for (float cell : cells) {
            short bits = ofHalf(cell);
            if (half(bits) != cell && !Float.isNaN(cell)) {
                throw new UnfitElementException("Cannot write " + cell + " as float16: it holds " + half(bits)
                        + " at best, expected a number it holds. Write the array as float32.");
            }
            to.putShort(bits);
        }
        return raw;
    }

    /** Returns the bits of the nearest real of binary16 that is not further from nought. */
    private static short ofHalf(float real) {
        int bits = Float.floatToRawIntBits(real);
        int sign = (bits >>> 16) & 0x8000;
        float size = Math.abs(real);
        if (Float.isNaN(real)) {
            return (short) (sign | HALF_EXPONENT | Math.max(1, (bits >>> 13) & 0x3ff));
        }
        if (size >= 0x1p16f) {
            return (short) (sign | (Float.isInfinite(real) ? HALF_EXPONENT : HALF_EXPONENT - 1));
        }
        if (size < 0x1p-14f) {
            return (short) (sign | (int) (size * 0x1p24f));
        }
        return (short) (sign | (((bits & 0x7fffffff) - ((127 - 15) << 23)) >>> 13));
    }

    /** Returns truth values, which must be 0 or 1. */
    static byte[] ofTruths(byte[] cells) {
        for (byte cell : cells) {
            if (cell != 0 && cell != 1) {
                throw new IllegalArgumentException(
                        "Cannot write " + (cell & 0xff) + " as bool: expected 0 or 1. Write the array as uint8.");
            }
        }
        return cells;
    }

    /** Returns an array of one number, cut to the width of its type. */
    static Object one(StoredType type, Number number) {
        Object one = Cells.allocate(type.element(), 1);
        if (one instanceof byte[] bytes) {
            bytes[0] = number.byteValue();
        } else if (one instanceof short[] shorts) {
            shorts[0] = number.shortValue();
        } else if (one instanceof int[] ints) {
            ints[0] = number.intValue();
        } else if (one instanceof long[] longs) {
            longs[0] = number.longValue();
        } else if (one instanceof float[] floats) {
            floats[0] = number.floatValue();
        } else {
            Array.setDouble(one, 0, number.doubleValue());
        }
        return one;
    }
}
