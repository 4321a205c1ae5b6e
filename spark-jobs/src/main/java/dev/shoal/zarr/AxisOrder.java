package dev.shoal.zarr;

import java.util.Arrays;

/** Which axis of a chunk runs fastest in its bytes. */
public enum AxisOrder {
    /** The last axis runs fastest: order {@code C}. */
    ROW_MAJOR("C"),
    /** The first axis runs fastest: order {@code F}. */
    COLUMN_MAJOR("F");

    private final String letter;

    AxisOrder(String letter) {
        this.letter = letter;
    }

    /** Returns the letter of the array document. */
    public String letter() {
        return letter;
    }

    /** Returns the array's axis that each stored axis is, slowest first. */
    int[] axes(int rank) {
        int[] axes = new int[rank];
        for (int axis = 0; axis < rank; axis++) {
            axes[axis] = this == COLUMN_MAJOR ? rank - 1 - axis : axis;
        }
        return axes;
    }

    /**
     * Reads the letter of an array document.
     *
     * @throws IllegalArgumentException where it is another
     */
    static AxisOrder of(String letter) {
        return Arrays.stream(values())
                .filter(order -> order.letter.equals(letter))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("order \"" + letter + "\", expected \"C\" or \"F\""));
    }

    /**
     * Turns the bytes of a chunk from one order into the other.
     *
     * @param bytes the elements of a chunk in {@code this} order; not changed
     * @param shape lengths of the chunk's axes, slowest of the row-major order first
     * @param width bytes of one element
     * @return the same elements in the other order; a new array
     */
    byte[] turn(byte[] bytes, int[] shape, int width) {
        int[] stride = columnStrides(shape, width);
        int[] index = new int[shape.length];
        byte[] out = new byte[bytes.length];
        int column = 0;
        for (int row = 0; row < bytes.length; row += width) {
            int from = this == ROW_MAJOR ? row : column;
            int to = this == ROW_MAJOR ? column : row;
            System.arraycopy(bytes, from, out, to, width);
            for (int axis = shape.length - 1; axis >= 0; axis--) {
                column += stride[axis];
                if (++index[axis] < shape[axis]) {
                    break;
                }
                column -= stride[axis] * shape[axis];
                index[axis] = 0;
            }
        }
        return out;
    }

    private static int[] columnStrides(int[] shape, int width) {
        int[] stride = new int[shape.length];
        int step = width;
        for (int axis = 0; axis < shape.length; axis++) {
            stride[axis] = step;
            step *= shape[axis];
        }
        return stride;
    }
}
