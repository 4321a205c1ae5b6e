package dev.shoal.stage.zarr;

import dev.shoal.netcdf.ElementType;
import dev.shoal.netcdf.VariableHeader;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Chooses the chunks of the arrays of a store: those asked for, else those of the files, neither too large nor too
 * small.
 *
 * @param asked lengths by the names of dimensions
 * @param append the dimension that grows
 * @param coordinate the variable that tells its places; read whole, it has few large chunks
 */
record StoreChunks(Map<String, Long> asked, String append, String coordinate) {

    private static final long MOST_CHUNK_BYTES = 64L << 20;
    private static final long LEAST_CHUNK_BYTES = 4L << 20;
    private static final long LEAST_COORDINATE = 1024;
    private static final int TEXT_BYTES = 64;

    /** Returns the lengths of a chunk of an array of this shape with the elements of a variable. */
    long[] of(VariableHeader variable, long[] shape, ElementType type) {
        long[] chunk = shape.clone();
        boolean places = variable.name().equals(coordinate) && variable.rank() == 1;
        for (int axis = 0; axis < chunk.length; axis++) {
            boolean chunked =
                    variable.storage().chunked() && axis < variable.storage().chunk().length;
            chunk[axis] = Math.max(1, chunked ? Math.min(variable.storage().chunk()[axis], shape[axis]) : shape[axis]);
        }
        if (places) {
            return new long[] {Math.min(1 << 16, Math.max(LEAST_COORDINATE, shape[0]))};
        }
        int growing = variable.axis(append);
        Set<Integer> fixed = new LinkedHashSet<>();
        for (int axis = 0; axis < chunk.length; axis++) {
            Long length = asked.get(ArrayLayout.dimension(variable.dimensions().get(axis)));
            if (length != null) {
                chunk[axis] = axis == growing ? length : Math.max(1, Math.min(length, shape[axis]));
                fixed.add(axis);
            }
        }
        fit(chunk, shape, growing, fixed, cellBytes(type));
        return chunk;
    }

    /** Returns the bytes of an element; texts are taken for so long. */
    static int cellBytes(ElementType type) {
        return type.bytes() == 0 ? TEXT_BYTES : type.bytes();
    }

    /** Makes chunks neither too large nor too small on the axes that nobody asked for. */
    private static void fit(long[] chunk, long[] shape, int append, Set<Integer> fixed, int bytes) {
        while (bytes(chunk, bytes) > MOST_CHUNK_BYTES) {
            int longest = append >= 0 && !fixed.contains(append) && chunk[append] > 1 ? append : -1;
            for (int axis = 0; axis < chunk.length && longest < 0; axis++) {
                boolean free = !fixed.contains(axis) && chunk[axis] > 1;
                longest = free && chunk[axis] == longest(chunk, fixed) ? axis : -1;
            }
            if (longest < 0) {
                return;
            }
            chunk[longest] = (chunk[longest] + 1) / 2;
        }
        for (int axis = chunk.length - 1; axis >= 0; axis--) {
            while (!fixed.contains(axis) && chunk[axis] < shape[axis] && bytes(chunk, bytes) * 2 <= LEAST_CHUNK_BYTES) {
                chunk[axis] = Math.min(2 * chunk[axis], shape[axis]);
            }
        }
    }

    private static long longest(long[] chunk, Set<Integer> fixed) {
        long longest = 0;
        for (int axis = 0; axis < chunk.length; axis++) {
            longest = fixed.contains(axis) ? longest : Math.max(longest, chunk[axis]);
        }
        return longest;
    }

    private static double bytes(long[] chunk, int bytes) {
        return Arrays.stream(chunk).asDoubleStream().reduce(bytes, (one, other) -> one * other);
    }
}
