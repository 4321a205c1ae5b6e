package dev.shoal.netcdf;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * How the elements of a variable become the bytes of its chunks: what another program needs to know to decode them.
 *
 * @param bigEndian whether the highest byte of a number comes first
 * @param fill what cells hold that were never written: one number of the element type's own width (unsigned ones
 *     widened), or none, which stands for zero
 * @param filters in the order of writing
 */
public record StoredEncoding(boolean bigEndian, List<Number> fill, List<StoredFilter> filters) implements Serializable {

    /** Copies the lists. */
    public StoredEncoding {
        fill = new ArrayList<>(fill);
        filters = new ArrayList<>(filters);
    }
}
