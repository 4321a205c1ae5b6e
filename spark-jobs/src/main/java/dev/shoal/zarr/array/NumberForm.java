package dev.shoal.zarr.array;

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
