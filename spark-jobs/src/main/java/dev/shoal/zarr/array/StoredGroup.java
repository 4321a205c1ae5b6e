package dev.shoal.zarr.array;

import dev.shoal.netcdf.Attributes;
import java.util.ArrayList;
import java.util.List;

/**
 * What a store says of itself.
 *
 * @param attributes of the root group
 * @param arrays of all groups that can be read, by path
 * @param unreadable those that cannot, with the reasons
 */
public record StoredGroup(Attributes attributes, List<StoredArray> arrays, List<UnreadableArray> unreadable) {

    /** Copies the lists. */
    public StoredGroup {
        arrays = new ArrayList<>(arrays);
        unreadable = new ArrayList<>(unreadable);
    }
}
