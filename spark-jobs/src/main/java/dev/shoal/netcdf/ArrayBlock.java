package dev.shoal.netcdf;

import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Elements as stored, in row-major order.
 *
 * @param type of the elements
 * @param shape lengths of the axes, slowest first
 * @param values {@code byte[]} for BYTE, UBYTE, CHAR; {@code short[]}, {@code int[]}, {@code long[]}, {@code float[]},
 *     {@code double[]}; {@code String[]} for STRING; for VLEN {@code Object[]} of one array of numbers for each
 *     element, which is {@code byte[]} to {@code double[]} by the variable's {@link VariableHeader#base} and has no
 *     element where the sequence is empty. Unsigned elements keep their bits. Owned by the receiver
 */
public record ArrayBlock(ElementType type, long[] shape, Object values) {

    /** Returns the number of elements. */
    public int size() {
        return Array.getLength(values);
    }

    /**
     * Returns the elements as doubles, unsigned ones as positive numbers; texts, CHAR and sequences cannot be.
     *
     * @return shape {@code (size)}, a new array; an unsigned or signed 64-bit integer past 2^53 is rounded
     */
    public double[] toDoubles() {
        double[] out = new double[size()];
        switch (type) {
            case BYTE -> {
                byte[] from = (byte[]) values;
                for (int i = 0; i < out.length; i++) {
                    out[i] = from[i];
                }
            }
            case UBYTE -> {
                byte[] from = (byte[]) values;
                for (int i = 0; i < out.length; i++) {
                    out[i] = from[i] & 0xff;
                }
            }
            case SHORT -> {
                short[] from = (short[]) values;
                for (int i = 0; i < out.length; i++) {
                    out[i] = from[i];
                }
            }
            case USHORT -> {
                short[] from = (short[]) values;
                for (int i = 0; i < out.length; i++) {
                    out[i] = from[i] & 0xffff;
                }
            }
            case INT -> {
                int[] from = (int[]) values;
                for (int i = 0; i < out.length; i++) {
                    out[i] = from[i];
                }
            }
            case UINT -> {
                int[] from = (int[]) values;
                for (int i = 0; i < out.length; i++) {
                    out[i] = from[i] & 0xffffffffL;
                }
            }
            case LONG -> {
                long[] from = (long[]) values;
                for (int i = 0; i < out.length; i++) {
                    out[i] = from[i];
                }
            }
            case ULONG -> {
                long[] from = (long[]) values;
                for (int i = 0; i < out.length; i++) {
                    out[i] = from[i] >= 0 ? from[i] : (from[i] >>> 1) * 2.0;
                }
            }
            case FLOAT -> {
                float[] from = (float[]) values;
                for (int i = 0; i < out.length; i++) {
                    out[i] = from[i];
                }
            }
            case DOUBLE -> System.arraycopy(values, 0, out, 0, out.length);
            default -> throw new IllegalStateException("Cannot take numbers from elements of type " + type + ".");
        }
        return out;
    }

    /**
     * Returns the bytes of numbers one behind the other.
     *
     * @param values an array of primitives
     * @param order of the bytes of a number
     * @return {@code values} itself where it holds bytes, else a new array
     */
    public static byte[] bytes(Object values, ByteOrder order) {
        if (values instanceof byte[] bytes) {
            return bytes;
        }
        byte[] out = new byte[Math.multiplyExact(Array.getLength(values), elementBytes(values))];
        ByteBuffer buffer = ByteBuffer.wrap(out).order(order);
        if (values instanceof short[] shorts) {
            buffer.asShortBuffer().put(shorts);
        } else if (values instanceof int[] ints) {
            buffer.asIntBuffer().put(ints);
        } else if (values instanceof long[] longs) {
            buffer.asLongBuffer().put(longs);
        } else if (values instanceof float[] floats) {
            buffer.asFloatBuffer().put(floats);
        } else {
            buffer.asDoubleBuffer().put((double[]) values);
        }
        return out;
    }

    private static int elementBytes(Object values) {
        if (values instanceof short[]) {
            return Short.BYTES;
        }
        return values instanceof int[] || values instanceof float[] ? Integer.BYTES : Long.BYTES;
    }
}
