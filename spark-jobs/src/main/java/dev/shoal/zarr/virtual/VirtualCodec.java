package dev.shoal.zarr.virtual;

import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;

/**
 * One step from elements to the bytes of a chunk, as numcodecs names it.
 *
 * @param id such as {@code shuffle} or {@code zlib}
 * @param parameters whole numbers ({@code Integer}) and texts, without the {@code id}
 * @param compresses whether it makes fewer bytes of most; Zarr v2 calls such a step, where it is the last, the
 *     compressor and the others filters
 */
public record VirtualCodec(String id, Map<String, Object> parameters, boolean compresses) implements Serializable {

    /** Copies the parameters, in order of their names. */
    public VirtualCodec {
        parameters = new TreeMap<>(parameters);
    }

    @Override
    public String toString() {
        return id + (parameters.isEmpty() ? "" : parameters);
    }
}
