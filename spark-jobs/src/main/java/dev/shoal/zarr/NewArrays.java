package dev.shoal.zarr;

import dev.shoal.netcdf.UnreadableException;
import dev.shoal.zarr.array.UnreadableArray;
import dev.shoal.zarr.array.WritableObjects;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
            throw clash(array, clash ? "one that cannot be read" : there.toString(), root);
        }
    }

    /**
     * Tells whether an array has a header in its own folder, which a run that was stopped may have put there after the
     * store was last consolidated; refuses another than this.
     */
    static boolean isThere(ZarrArray array, StoreLayout layout, WritableObjects store) throws IOException {
        try {
            Optional<ZarrArray> own = layout.header(store, array.path());
            if (own.isPresent() && !own.get().sameHeader(array)) {
                throw clash(array, own.get() + ", not yet shown to readers", store.root());
            }
            return own.isPresent();
        } catch (IllegalArgumentException readOnly) {
            FileAlreadyExistsException clash = clash(array, "one of " + readOnly.getMessage(), store.root());
            clash.initCause(readOnly);
            throw clash;
        }
    }

    /** Says what is wrong with the header in an array's own folder, set against the one that readers are shown. */
    static Optional<String> headerProblem(ZarrArray array, StoreLayout layout, WritableObjects store)
            throws IOException {
        String found;
        try {
            Optional<ZarrArray> own = layout.header(store, array.path());
            if (own.isPresent() && own.get().sameHeader(array)) {
                return Optional.empty();
            }
            found = own.map(ZarrArray::toString).orElse("none");
        } catch (IllegalArgumentException | UnreadableException unreadable) {
            found = "one that cannot be read (" + unreadable.getMessage() + ")";
        }
        return Optional.of("Missing: the header of array " + array.path() + " in its folder of " + store.root()
                + ": found " + found + ", expected " + array
                + " as the consolidated documents say. Copy it from there, or"
                + " 'shoal zarr consolidate' where the one in the folder is right.");
    }

    private static FileAlreadyExistsException clash(ZarrArray array, String found, String root) {
        return new FileAlreadyExistsException("Cannot create array " + array.path() + " of Zarr store " + root
                + ": an array with another header is there (" + found + "), expected " + array
                + ". Delete the store, resize the array, or name another root.");
    }
}
