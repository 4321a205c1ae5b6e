package dev.shoal.netcdf;

import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.ShortBuffer;

/**
 * Arrays of elements, filled from their bytes. Texts stay bytes here, {@code bytes} of them for each.
 *
 * @param type of the elements
 * @param bytes of one element in the file
 * @param order of the bytes of a number
 */
record Elements(ElementType type, int bytes, ByteOrder order) {

    /** Takes elements over from where they lie to where they belong; positions count elements. */
    @FunctionalInterface
    interface Rows {
        void copy(int from, int to, int count);
    }

    /** Returns a new array of {@code count} elements. */
    Object allocate(int count) {
        return switch (type) {
            case SHORT, USHORT -> new short[count];
            case INT, UINT -> new int[count];
            case LONG, ULONG -> new long[count];
            case FLOAT -> new float[count];
            case DOUBLE -> new double[count];
            default -> new byte[Math.multiplyExact(count, bytes)];
        };
    }

    /**
     * Prepares copies out of one stretch of bytes.
     *
     * @param from where elements lie one after the other from {@code offset} on
     * @param into made by {@link #allocate}
     */
    Rows rows(byte[] from, int offset, int length, Object into) {
        ByteBuffer buffer = ByteBuffer.wrap(from, offset, length).slice().order(order);
        return switch (type) {
            case SHORT, USHORT -> shorts(buffer.asShortBuffer(), (short[]) into);
            case INT, UINT -> ints(buffer.asIntBuffer(), (int[]) into);
            case LONG, ULONG -> longs(buffer.asLongBuffer(), (long[]) into);
            case FLOAT -> floats(buffer.asFloatBuffer(), (float[]) into);
            case DOUBLE -> doubles(buffer.asDoubleBuffer(), (double[]) into);
            default ->
                (start, to, count) -> System.arraycopy(from, offset + start * bytes, into, to * bytes, count * bytes);
        };
    }

    private static Rows shorts(ShortBuffer from, short[] into) {
        return (start, to, count) -> from.get(start, into, to, count);
    }

    private static Rows ints(IntBuffer from, int[] into) {
        return (start, to, count) -> from.get(start, into, to, count);
    }

    private static Rows longs(LongBuffer from, long[] into) {
        return (start, to, count) -> from.get(start, into, to, count);
    }

    private static Rows floats(FloatBuffer from, float[] into) {
        return (start, to, count) -> from.get(start, into, to, count);
    }

    private static Rows doubles(DoubleBuffer from, double[] into) {
        return (start, to, count) -> from.get(start, into, to, count);
    }

    /**
     * Sets every element to one value.
     *
     * @param one the bytes of the value, as stored; of another length than an element's, they stand for zero
     * @param into made by {@link #allocate}, all zero
     */
    void fill(byte[] one, Object into) {
        int length = Array.getLength(into);
        if (one.length != bytes || length == 0 || zero(one)) {
            return;
        }
        rows(one, 0, bytes, into).copy(0, 0, 1);
        int done = into instanceof byte[] ? bytes : 1;
        while (done < length) {
            int count = Math.min(done, length - done);
            System.arraycopy(into, 0, into, done, count);
            done += count;
        }
    }

    private static boolean zero(byte[] bytes) {
        for (byte value : bytes) {
            if (value != 0) {
                return false;
            }
        }
        return true;
    }
}
