package dev.shoal.zarr.virtual;

import dev.shoal.netcdf.Attributes;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * A Zarr store whose chunks are parts of files.
 *
 * @param sources the files that references lead to, by position
 * @param attributes of the root group
 * @param arrays of all groups, each path once
 * @param notes sentences on what was left out, for people
 */
public record VirtualStore(
        List<SourceFile> sources, Attributes attributes, List<VirtualArray> arrays, List<String> notes)
        implements Serializable {

    /** Copies the lists. */
    public VirtualStore {
        sources = new ArrayList<>(sources);
        arrays = new ArrayList<>(arrays);
        notes = new ArrayList<>(notes);
    }

    /** Returns the number of chunks of all arrays. */
    public long size() {
        return arrays.stream().mapToLong(array -> array.references().size()).sum();
    }
}
