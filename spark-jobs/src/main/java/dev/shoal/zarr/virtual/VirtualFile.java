package dev.shoal.zarr.virtual;

import dev.shoal.netcdf.Attributes;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What was found in one file.
 *
 * @param source the file and its state; references lead to it as file 0
 * @param attributes of the root group
 * @param arrays of all groups, in stored order
 * @param refused arrays that cannot be virtual, with the reasons
 * @param toCopy those of the refused arrays that can be copied; without references
 */
public record VirtualFile(
        SourceFile source,
        Attributes attributes,
        List<VirtualArray> arrays,
        List<Conflict> refused,
        List<VirtualArray> toCopy)
        implements Serializable {

    /** Copies the lists. */
    public VirtualFile {
        arrays = new ArrayList<>(arrays);
        refused = new ArrayList<>(refused);
        toCopy = new ArrayList<>(toCopy);
    }

    /** Returns the array of this path. */
    public Optional<VirtualArray> array(String path) {
        return arrays.stream().filter(array -> array.path().equals(path)).findFirst();
    }

    /** Returns the same file with other arrays. */
    VirtualFile with(List<VirtualArray> others) {
        return new VirtualFile(source, attributes, others, refused, toCopy);
    }

    /** Returns the same file, with those arrays among the others that can be copied, and refused what cannot. */
    VirtualFile copying() {
        List<VirtualArray> all = new ArrayList<>(arrays);
        all.addAll(toCopy);
        Set<String> paths = new HashSet<>();
        toCopy.forEach(array -> paths.add(array.path()));
        List<Conflict> left = refused.stream()
                .filter(conflict -> !paths.contains(conflict.variable()))
                .toList();
        return new VirtualFile(source, attributes, all, left, List.of());
    }

    /**
     * Returns what putting files together needs: without the places of chunks, and with values that the store holds
     * only where they grow with the files.
     *
     * @param dimension along which files are put one behind the other
     */
    public VirtualFile header(String dimension) {
        UnaryOperator<VirtualArray> shortened = array -> array.isInline() && array.axis(dimension) >= 0
                ? array
                : array.with(array.grid(), array.references().withoutPlaces());
        return with(arrays.stream().map(shortened).toList());
    }
}
