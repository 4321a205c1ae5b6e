package dev.shoal.zarr.virtual;

import dev.shoal.netcdf.Attributes;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How a virtual store is made of files: small, however many chunks there are.
 *
 * @param sources the files in their order; references lead to them by position
 * @param attributes of the root group
 * @param arrays of all groups, each path once
 * @param notes sentences on what is left out and what is copied, for people
 */
public record VirtualPlan(List<SourceFile> sources, Attributes attributes, List<ArrayPlan> arrays, List<String> notes)
        implements Serializable {

    /** Copies the lists. */
    public VirtualPlan {
        sources = new ArrayList<>(sources);
        arrays = new ArrayList<>(arrays);
        notes = new ArrayList<>(notes);
    }

    /** Returns the number of chunks of all arrays. */
    public long size() {
        return arrays.stream().mapToLong(ArrayPlan::size).sum();
    }

    /** Returns the documents of the store: everything but where the chunks are. */
    public VirtualStore header() {
        return new VirtualStore(
                sources, attributes, arrays.stream().map(ArrayPlan::array).toList(), notes);
    }

    /**
     * Returns the store of files that have their references, where nothing is copied.
     *
     * @param files in any order
     */
    VirtualStore store(List<VirtualFile> files) {
        Map<String, VirtualFile> byLocation = new HashMap<>();
        files.forEach(file -> byLocation.put(file.source().location(), file));
        List<VirtualArray> made = new ArrayList<>();
        for (ArrayPlan plan : arrays) {
            List<ChunkReferences> references = new ArrayList<>();
            for (int i = 0; i < sources.size() && !plan.isHeld(); i++) {
                VirtualFile file = byLocation.get(sources.get(i).location());
                if (file != null) {
                    references.add(
                            plan.references(i, file.array(plan.array().path()).orElseThrow()));
                }
            }
            made.add(plan.isHeld() ? plan.array() : with(plan.array(), ChunkReferences.joined(references)));
        }
        return new VirtualStore(sources, attributes, made, notes);
    }

    /** Returns an array with its references. */
    public static VirtualArray with(VirtualArray array, ChunkReferences references) {
        return array.with(array.grid(), references);
    }
}
