package dev.shoal.zarr.array;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shoal.netcdf.Attributes;
import dev.shoal.netcdf.UnreadableException;
import dev.shoal.plan.Window;
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

    /**
     * Says of an array what can be said.
     *
     * @param root of the store
     * @param shape as its document says it
     * @param chunk as its document says it; where that is nothing, the whole array
     * @param names of its axes; of another number than there are axes, they are passed over
     * @param reason what was found, and what was expected
     * @throws UnreadableException where not even a shape can be read
     */
    public static UnreadableArray of(
            String path,
            String root,
            JsonNode shape,
            JsonNode chunk,
            List<String> names,
            Attributes attributes,
            IllegalArgumentException reason)
            throws UnreadableException {
        String message = "Cannot read array " + path + " of Zarr store " + root + ": " + reason.getMessage()
                + ". Write it again with what Shoal reads, or leave it out.";
        try {
            long[] lengths = Lengths.of(shape, "shape");
            Window.whole(lengths).size();
            return new UnreadableArray(
                    path,
                    lengths,
                    chunk(chunk, lengths),
                    names.size() == lengths.length ? names : List.of(),
                    attributes,
                    message);
        } catch (IllegalArgumentException | ArithmeticException notEvenShape) {
            UnreadableException refused = new UnreadableException(message, reason);
            refused.addSuppressed(notEvenShape);
            throw refused;
        }
    }

    /** What is not a list of as many lengths, each at least 1, stands for the whole array. */
    private static long[] chunk(JsonNode json, long[] shape) {
        boolean fits = json.isArray() && json.size() == shape.length;
        for (JsonNode length : json) {
            fits &= length.canConvertToLong() && length.longValue() >= 1;
        }
        return fits ? Lengths.of(json, "chunk") : shape.clone();
    }
}
