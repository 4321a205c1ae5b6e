package dev.shoal.zarr;

import dev.shoal.zarr.array.UnreadableArray;
import java.nio.file.FileAlreadyExistsException;
import java.util.List;
import java.util.Map;

/** What must hold before an array is created. */
final class NewArrays {

    private NewArrays() {}

    /** Refuses paths that clash and codecs that are read only. */
    static void requireWritable(ZarrArray array, List<ZarrArray> arrays, String root) {
        long clashes = arrays.stream()
                .filter(other -> (other.path() + "/").startsWith(array.path() + "/"))
                .count();
        if (clashes != 1 || !array.codec().writes()) {
            throw new IllegalArgumentException("Cannot create array " + array.path() + " of Zarr store " + root
                    + ": "
                    + (clashes == 1
                            ? "its codec " + array.codec() + " is read only, expected steps of which each can be written."
                            : "another array has the same path or lies below it, expected paths apart."));
        }
    }

    /** Refuses an array that is there already with another header. */
    static void requireSame(
            ZarrArray array, Map<String, ZarrArray> existing, List<UnreadableArray> unreadable, String root)
            throws FileAlreadyExistsException {
        ZarrArray there = existing.getOrDefault(array.path(), array);
        boolean clash = unreadable.stream().anyMatch(other -> other.path().equals(array.path()));
        if (clash || !there.sameHeader(array)) {
            throw new FileAlreadyExistsException("Cannot create array " + array.path() + " of Zarr store " + root
                    + ": an array with another header is there (" + (clash ? "one that cannot be read" : there)
                    + "), expected " + array + ". Delete the store, resize the array, or name another root.");
        }
    }
}
