package dev.shoal.netcdf;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a file says of one variable.
 *
 * @param name full path within the file, groups separated by {@code /}, no leading slash
 * @param type of the stored elements
 * @param dimensions names of the axes, slowest first; an anonymous axis has an empty name
 * @param shape lengths of the axes, in the same order; fewer than 2^59 elements, so that their bytes can be counted
 * @param attributes its attributes
 * @param storage how it lies in the file
 * @param base type of the elements of each sequence where {@code type} is {@link ElementType#VLEN}; else {@code type}
 */
public record VariableHeader(
        String name,
        ElementType type,
        List<String> dimensions,
        long[] shape,
        Attributes attributes,
        Storage storage,
        ElementType base)
        implements Serializable {

    private static final double MOST_ELEMENTS = 0x1p59;

    /** Copies its arguments; refuses a shape that no file can have. */
    public VariableHeader {
        dimensions = new ArrayList<>(dimensions);
        shape = shape.clone();
        requireCountable(name, shape);
    }

    private static void requireCountable(String name, long[] shape) {
        double size = 1;
        for (long length : shape) {
            if (length < 0) {
                throw uncountable(name, shape);
            }
            size *= Math.max(1, length);
        }
        if (size > MOST_ELEMENTS) {
            throw uncountable(name, shape);
        }
    }

    private static IllegalArgumentException uncountable(String name, long[] shape) {
        return new IllegalArgumentException("Cannot list variable " + name + ": its shape is " + Arrays.toString(shape)
                + ", expected lengths of 0 and more and fewer than 2^59 elements.");
    }

    /** Makes the header of a variable without sequences. */
    public VariableHeader(
            String name,
            ElementType type,
            List<String> dimensions,
            long[] shape,
            Attributes attributes,
            Storage storage) {
        this(name, type, dimensions, shape, attributes, storage, type);
    }

    /** Returns the number of axes; 0 for a scalar. */
    public int rank() {
        return shape.length;
    }

    /** Returns the number of elements. */
    public long size() {
        long size = 1;
        for (long length : shape) {
            size = Math.multiplyExact(size, length);
        }
        return size;
    }

    /** Returns the position of a dimension among the axes, or -1. */
    public int axis(String dimension) {
        return dimensions.indexOf(dimension);
    }
}
