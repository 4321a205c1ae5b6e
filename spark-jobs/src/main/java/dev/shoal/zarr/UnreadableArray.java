package dev.shoal.zarr;

import dev.shoal.netcdf.Attributes;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * An array of a store that cannot be read, beside others that can.
 *
 * @param path in its store
 * @param shape lengths of the axes, slowest first
 * @param chunk lengths of a chunk's axes
 * @param dimensions names of the axes, or an empty list
 * @param attributes without the names of the axes
 * @param reason a whole message: array, store, what was found, what was expected, remedy
 */
public record UnreadableArray(
        String path, long[] shape, long[] chunk, List<String> dimensions, Attributes attributes, String reason)
        implements Serializable {

    /** Copies its arguments. */
    public UnreadableArray {
        shape = shape.clone();
        chunk = chunk.clone();
        dimensions = new ArrayList<>(dimensions);
    }
}
