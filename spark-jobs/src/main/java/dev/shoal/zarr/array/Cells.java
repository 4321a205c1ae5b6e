package dev.shoal.zarr.array;

import dev.shoal.netcdf.ElementType;
import java.lang.reflect.Array;

/** Arrays of elements as {@link dev.shoal.netcdf.ArrayBlock} holds them. */
public final class Cells {

    private Cells() {}

    /** Returns a new array of noughts, or of texts yet to come. */
    static Object allocate(ElementType type, int size) {
        return switch (type) {
            case BYTE, UBYTE, CHAR -> new byte[size];
            case SHORT, USHORT -> new short[size];
            case INT, UINT -> new int[size];
            case LONG, ULONG -> new long[size];
            case FLOAT -> new float[size];
            case DOUBLE -> new double[size];
            case STRING -> new String[size];
            default -> throw new IllegalArgumentException("Cannot hold elements of " + type + " in an array.");
        };
    }

    /** Returns an array as {@link #allocate} makes it: the spare one where it fits, whatever is in it. */
    public static Object again(Object spare, ElementType type, int size) {
        return fits(spare, type, size) ? spare : allocate(type, size);
    }

    /** Tells whether an array is as {@link #allocate} makes it, whatever is in it. */
    public static boolean fits(Object cells, ElementType type, int size) {
        return Array.getLength(cells) == size
                && cells.getClass() == allocate(type, 0).getClass();
    }

    /**
     * Puts one element into a stretch of an array.
     *
     * @param one an array of that one element
     */
    static void fill(Object cells, int start, int count, Object one) {
        System.arraycopy(one, 0, cells, start, Math.min(1, count));
        for (int done = 1; done > 0 && done < count; done *= 2) {
            System.arraycopy(cells, start, cells, start + done, Math.min(done, count - done));
        }
    }

    /**
     * Puts axes in their order.
     *
     * @param from elements of a box whose axis {@code i} is the array's axis {@code order[i]}
     * @param shape lengths of the array's axes
     * @return the elements, row-major in the array's axes; a new array
     */
    static Object ordered(ElementType type, Object from, int[] shape, int[] order) {
        int[] stride = strides(shape, order);
        Object to = allocate(type, Array.getLength(from));
        int rank = shape.length;
        int[] index = new int[rank];
        int size = Array.getLength(from);
        int run = rank > 0 && stride[rank - 1] == 1 ? shape[rank - 1] : 1;
        int at = 0;
        for (int row = 0; row < size; row += run) {
            System.arraycopy(from, at, to, row, run);
            for (int axis = run == 1 ? rank - 1 : rank - 2; axis >= 0; axis--) {
                at += stride[axis];
                if (++index[axis] < shape[axis]) {
                    break;
                }
                at -= stride[axis] * shape[axis];
                index[axis] = 0;
            }
        }
        return to;
    }

    /** Returns, for each axis of the array, how far apart its neighbours lie in the stored box. */
    private static int[] strides(int[] shape, int[] order) {
        int[] stride = new int[shape.length];
        int step = 1;
        for (int i = order.length - 1; i >= 0; i--) {
            stride[order[i]] = step;
            step *= shape[order[i]];
        }
        return stride;
    }
}
