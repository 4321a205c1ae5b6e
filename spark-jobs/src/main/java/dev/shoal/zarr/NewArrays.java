package dev.shoal.zarr;

import dev.shoal.zarr.array.UnreadableArray;
import java.nio.file.FileAlreadyExistsException;
import java.util.List;
import java.util.Map;

/** What must hold before an array is created. */
final class NewArrays {

    private NewArrays() {}

    /** Refuses paths that clash, arrays of two versions, and codecs that cannot be written in the version. */
    static void requireWritable(ZarrArray array, List<ZarrArray> arrays, String root) {
        String found = "";
        if (arrays.stream()
                        .filter(other -> (other.path() + "/").startsWith(array.path() + "/"))
                        .count()
                != 1) {
            found = "another array has the same path or lies below it, expected paths apart.";
        } else if (array.format() != arrays.get(0).format()) {
            found = "it is of Zarr v" + array.format().number() + ", expected v"
                    + arrays.get(0).format().number() + " as the others are.";
        } else if (!array.codec().writes()) {
            found = "its codec " + array.codec() + " is read only, expected steps of which each can be written.";
        } else if (!array.codec().isFor(array.format())) {
            found = "its codec " + array.codec() + " has no place in Zarr v"
                    + array.format().number() + ", expected checksums behind the compressor in v3 alone, and there"
                    + " filters on numbers before those on bytes.";
        }
        if (!found.isEmpty()) {
            throw new IllegalArgumentException(
                    "Cannot create array " + array.path() + " of Zarr store " + root + ": " + found);
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
