package dev.shoal.zarr.virtual;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the files that hold other variables than others do, of the same times and places. */
final class VariableGroups {

    private VariableGroups() {}

    /**
     * Returns the files by their variables, where these are other ones in every group apart from coordinates; else all
     * as one group, in which a variable that is missing is a conflict.
     */
    static List<List<VirtualFile>> of(List<VirtualFile> files, String dimension) {
        Map<Set<String>, List<VirtualFile>> groups = new LinkedHashMap<>();
        for (VirtualFile file : files) {
            Set<String> paths = new HashSet<>();
            file.arrays().forEach(array -> paths.add(array.path()));
            groups.computeIfAbsent(paths, added -> new ArrayList<>()).add(file);
        }
        List<List<VirtualFile>> found = new ArrayList<>(groups.values());
        for (int i = 0; i < found.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (!areApart(found.get(i).get(0), found.get(j).get(0), dimension)) {
                    return List.of(files);
                }
            }
        }
        return found;
    }

    private static boolean areApart(VirtualFile one, VirtualFile other, String dimension) {
        int shared = 0;
        for (VirtualArray array : one.arrays()) {
            if (other.array(array.path()).isPresent()) {
                shared++;
                if (array.axis(dimension) >= 0 && !array.isInline()) {
                    return false;
                }
            }
        }
        return shared < one.arrays().size() && shared < other.arrays().size();
    }

    /** Tells whether an array that two groups have is the same in both. */
    static boolean isSame(VirtualArray one, VirtualArray other) {
        boolean held = one.isInline() && other.isInline();
        return one.type().equals(other.type())
                && one.grid().equals(other.grid())
                && one.dimensions().equals(other.dimensions())
                && Agreement.difference(one.attributes(), other.attributes()).isEmpty()
                && Agreement.packing(one.attributes(), other.attributes()).isEmpty()
                && (held
                        ? Arrays.equals(HeldNumbers.bytes(one), HeldNumbers.bytes(other))
                        : one.digest().equals(other.digest()));
    }
}
