package dev.shoal.zarr.array;

import java.io.Serializable;

/**
 * How the chunks of an array are named below its path.
 *
 * @param prefix before the numbers, or empty
 * @param scalar name of the one chunk of an array without axes
 * @param separator between the numbers
 */
public record ChunkKeys(String prefix, String scalar, String separator) implements Serializable {

    /** Refuses other separators than {@code .} and {@code /}. */
    public ChunkKeys {
        if (!separator.equals(".") && !separator.equals("/")) {
            throw new IllegalArgumentException("separator \"" + separator + "\", expected \".\" or \"/\"");
        }
    }

    /** Returns the names of Zarr v2, such as {@code 0.3}. */
    public static ChunkKeys v2(String separator) {
        return new ChunkKeys("", "0", separator);
    }

    /** Returns the names that are Zarr v3's own, such as {@code c/0/3}. */
    public static ChunkKeys v3(String separator) {
        return new ChunkKeys("c" + separator, "c", separator);
    }

    /** Returns the key of a chunk in the store. */
    public String key(String path, long... index) {
        StringBuilder key = new StringBuilder(path).append(path.isEmpty() ? "" : "/");
        if (index.length == 0) {
            return key.append(scalar).toString();
        }
        key.append(prefix);
        for (int axis = 0; axis < index.length; axis++) {
            key.append(axis == 0 ? "" : separator).append(index[axis]);
        }
        return key.toString();
    }
}
