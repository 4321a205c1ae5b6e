package dev.shoal.zarr.array;

import dev.shoal.netcdf.ElementType;
import java.lang.reflect.Array;

/** Arrays of elements as {@link dev.shoal.netcdf.ArrayBlock} holds them. */
final class Cells {

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

    /**
     * Returns an array that holds one element everywhere.
     *
     * @param one an array of that one element
     */
    static Object filled(ElementType type, int size, Object one) {
        Object cells = allocate(type, size);
        if (size == 0 || isNought(one)) {
            return cells;
        }
        System.arraycopy(one, 0, cells, 0, 1);
        for (int done = 1; done < size; done *= 2) {
            System.arraycopy(cells, 0, cells, done, Math.min(done, size - done));
            if (done > size / 2) {
                break;
            }
        }
        return cells;
    }

    private static boolean isNought(Object one) {
        if (one instanceof float[] real) {
            return Float.floatToRawIntBits(real[0]) == 0;
        }
        if (one instanceof double[] real) {
            return Double.doubleToRawLongBits(real[0]) == 0;
        }
        return !(one instanceof String[]) && Array.getLong(one, 0) == 0;
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
