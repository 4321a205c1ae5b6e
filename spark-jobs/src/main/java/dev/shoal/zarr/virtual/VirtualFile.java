package dev.shoal.zarr.virtual;

import dev.shoal.netcdf.Attributes;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What was found in one file.
 *
 * @param source the file and its state; references lead to it as file 0
 * @param attributes of the root group
 * @param arrays of all groups, in stored order
 * @param refused arrays that cannot be virtual, with the reasons
 */
public record VirtualFile(SourceFile source, Attributes attributes, List<VirtualArray> arrays, List<Conflict> refused)
        implements Serializable {

    /** Copies the lists. */
    public VirtualFile {
        arrays = new ArrayList<>(arrays);
        refused = new ArrayList<>(refused);
    }

    /** Returns the array of this path. */
    public Optional<VirtualArray> array(String path) {
        return arrays.stream().filter(array -> array.path().equals(path)).findFirst();
    }
}
