package dev.shoal.netcdf;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * How a variable's elements lie in the file.
 *
 * @param chunked whether they lie in chunks; otherwise contiguous, compact, or by record
 * @param chunk shape of what is read at once, slowest axis first: the chunk; one record; or the whole array
 * @param filters names of the filters in the order of writing, such as {@code shuffle}, {@code deflate}
 */
public record Storage(boolean chunked, long[] chunk, List<String> filters) implements Serializable {

    /** Copies its arguments. */
    public Storage {
        chunk = chunk.clone();
        filters = new ArrayList<>(filters);
    }
}
