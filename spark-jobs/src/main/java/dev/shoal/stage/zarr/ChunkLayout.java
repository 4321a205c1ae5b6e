package dev.shoal.stage.zarr;

import dev.shoal.zarr.StoreForm;
import java.util.Map;
import java.util.TreeMap;

/**
 * One of the ways in which a rechunk divides the arrays.
 *
 * @param name of the group that holds them, or empty for the root of the store
 * @param chunks length of a chunk by the name of its dimension; other dimensions keep theirs
 * @param form how the arrays are written
 */
public record ChunkLayout(String name, Map<String, Long> chunks, StoreForm form) {

    /** Copies the map; refuses names that are no group's. */
    public ChunkLayout {
        chunks = new TreeMap<>(chunks);
        if (!name.isEmpty() && !name.matches("[A-Za-z0-9_-][A-Za-z0-9._-]*")) {
            throw new IllegalArgumentException("layout named '" + name + "', expected letters, digits, '_', '-', '.'");
        }
    }

    /** Returns the path of an array of this layout. */
    String path(String variable) {
        return name.isEmpty() ? variable : name + "/" + variable;
    }
}
