package dev.shoal.zarr.array;

import com.fasterxml.jackson.databind.JsonNode;

/** Lists of lengths in documents. */
public final class Lengths {

    /** The most axes of an array; NumPy's own limit. */
    private static final int MOST_AXES = 64;

    /** No axis is longer: positions of cells and bytes stay inside 63 bits. */
    private static final long MOST_LENGTH = 1L << 55;

    private Lengths() {}

    /**
     * Returns the lengths that a document says.
     *
     * @param name of the field, for the message
     * @throws IllegalArgumentException where it says none, or some that no array has
     */
    public static long[] of(JsonNode json, String name) {
        if (!json.isArray() || json.size() > MOST_AXES) {
            throw new IllegalArgumentException(
                    name + " " + shown(json) + ", expected a list of at most " + MOST_AXES + " whole numbers");
        }
        long[] out = new long[json.size()];
        for (int axis = 0; axis < out.length; axis++) {
            JsonNode length = json.path(axis);
            if (!length.canConvertToLong()
                    || !length.isIntegralNumber()
                    || length.longValue() < 0
                    || length.longValue() > MOST_LENGTH) {
                throw new IllegalArgumentException(
                        name + " " + shown(json) + ", expected whole numbers from 0 to " + MOST_LENGTH);
            }
            out[axis] = length.longValue();
        }
        return out;
    }

    private static String shown(JsonNode json) {
        String text = json.toString();
        return text.length() > 200 ? text.substring(0, 200) + "..." : text;
    }

    /** Returns the lengths of a chunk; one of an axis without cells is 0 in some stores, and 1 divides it as well. */
    public static long[] ofChunk(long[] said, long[] shape) {
        long[] chunk = said.clone();
        for (int axis = 0; axis < Math.min(shape.length, chunk.length); axis++) {
            chunk[axis] = shape[axis] == 0 ? Math.max(1, chunk[axis]) : chunk[axis];
        }
        return chunk;
    }
}
