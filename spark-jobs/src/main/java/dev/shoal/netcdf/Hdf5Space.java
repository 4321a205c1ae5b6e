package dev.shoal.netcdf;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The shape of a dataset or attribute: "HDF5 File Format Specification", section IV.A.2.b, "The Dataspace Message".
 *
 * @param shape lengths of the axes; one axis of length 0 where there is a type but no element
 * @param most the lengths that the axes may grow to, or {@link #UNLIMITED}
 */
record Hdf5Space(long[] shape, long[] most) {

    static final long UNLIMITED = -1;
    private static final int MOST_AXES = 32;
    private static final int NULL = 2;

    /**
     * Reads a shape.
     *
     * @throws DamagedException where it is none
     */
    static Hdf5Space read(ByteBuffer from, Hdf5Bytes storage) {
        int version = from.get();
        int rank = Byte.toUnsignedInt(from.get());
        int flags = from.get();
        int kind = from.get();
        if (version < 1 || version > 2 || rank > MOST_AXES) {
            throw new DamagedException("a shape of version " + version + " and " + rank + " axes");
        }
        if (version == 1) {
            from.getInt();
        } else if (kind == NULL) {
            return new Hdf5Space(new long[] {0}, new long[] {0});
        }
        long[] shape = lengths(from, rank, storage);
        boolean bounded = (flags & 1) != 0;
        long[] most = bounded ? lengths(from, rank, storage) : shape.clone();
        for (int axis = 0; axis < rank; axis++) {
            long none = storage.lengthBytes() < Long.BYTES ? (1L << (8 * storage.lengthBytes())) - 1 : UNLIMITED;
            most[axis] = most[axis] == none ? UNLIMITED : most[axis];
            if (shape[axis] < 0 || (most[axis] != UNLIMITED && most[axis] < shape[axis])) {
                throw new DamagedException(
                        "a shape of " + Arrays.toString(shape) + " that may grow to " + Arrays.toString(most));
            }
        }
        return new Hdf5Space(shape, most);
    }

    private static long[] lengths(ByteBuffer from, int rank, Hdf5Bytes storage) {
        long[] lengths = new long[rank];
        for (int axis = 0; axis < rank; axis++) {
            lengths[axis] = storage.length(from);
        }
        return lengths;
    }

    /** Returns the number of elements, which must be fewer than 2^31. */
    int count() {
        long count = 1;
        for (long length : shape) {
            count = Math.multiplyExact(count, length);
        }
        return Math.toIntExact(count);
    }
}
