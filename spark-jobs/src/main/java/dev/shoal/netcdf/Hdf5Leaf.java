package dev.shoal.netcdf;

import dev.shoal.plan.ChunkGrid;
import dev.shoal.plan.Window;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What one variable shows of each element of a dataset: all of it, or one member.
 *
 * @param suffix of the variable's name: empty, or {@code .member}
 * @param offset of the leaf's first byte in the element
 * @param axes lengths of the axes inside the element, slowest first
 * @param strides bytes from one index to the next on each of these axes
 * @param type of the leaf
 * @param attributes that the type itself gives
 */
record Hdf5Leaf(String suffix, int offset, long[] axes, int[] strides, Hdf5Type type, List<Attribute> attributes) {

    static Hdf5Leaf root() {
        return new Hdf5Leaf("", 0, new long[0], new int[0], Hdf5Type.other(0, "nothing"), List.of());
    }

    Hdf5Leaf of(Hdf5Type leaf) {
        return new Hdf5Leaf(suffix, offset, axes, strides, leaf, attributes);
    }

    Hdf5Leaf with(List<Attribute> more) {
        return new Hdf5Leaf(suffix, offset, axes, strides, type, more);
    }

    Hdf5Leaf member(String name, int start) {
        return new Hdf5Leaf(suffix + "." + name, offset + start, axes, strides, type, attributes);
    }

    /** Returns the same below an array whose elements have {@code bytes}. */
    Hdf5Leaf repeated(long[] lengths, int bytes) {
        long[] allAxes = Arrays.copyOf(axes, axes.length + lengths.length);
        int[] allStrides = Arrays.copyOf(strides, allAxes.length);
        int stride = bytes;
        for (int axis = lengths.length - 1; axis >= 0; axis--) {
            allAxes[axes.length + axis] = lengths[axis];
            allStrides[axes.length + axis] = stride;
            stride = Math.multiplyExact(stride, (int) lengths[axis]);
        }
        return new Hdf5Leaf(suffix, offset, allAxes, allStrides, type, attributes);
    }

    /** Tells whether the leaf is the whole element, and lies in the file as it is shown. */
    boolean isPlain(int elementBytes) {
        return axes.length == 0
                && type.bytes() == elementBytes
                && (type.isPlain() || type.type() == ElementType.CHAR || type.type() == ElementType.STRING);
    }

    /** Returns where in the element the leaves of a window of its axes begin, in row-major order. */
    int[] places(Window window) {
        if (axes.length == 0) {
            return new int[] {offset};
        }
        List<Integer> places = new ArrayList<>();
        for (long[] index : ChunkGrid.walk(window)) {
            int place = offset;
            for (int axis = 0; axis < index.length; axis++) {
                place += (int) index[axis] * strides[axis];
            }
            places.add(place);
        }
        return places.stream().mapToInt(Integer::intValue).toArray();
    }
}
