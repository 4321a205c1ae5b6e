package dev.shoal.zarr.icechunk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a session does to the references of one array.
 *
 * @param chunks by index; nothing where a reference goes
 * @param parts manifests that take the place of all references inside their windows
 * @param overlays manifests that take the place of the references to their own chunks alone
 */
record ChunkEdits(
        NavigableMap<int[], Optional<ChunkRef>> chunks, List<ManifestPart> parts, List<ManifestPart> overlays) {

    static ChunkEdits none() {
        return new ChunkEdits(byIndex(), new ArrayList<>(), new ArrayList<>());
    }

    static <T> NavigableMap<int[], T> byIndex() {
        return new TreeMap<>(Arrays::compareUnsigned);
    }

    boolean isEmpty() {
        return chunks.isEmpty() && parts.isEmpty() && overlays.isEmpty();
    }
}
