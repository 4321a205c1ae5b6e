package dev.shoal.spec;

import dev.shoal.zarr.StoreForm;
import dev.shoal.zarr.ZarrArray;
import dev.shoal.zarr.ZarrFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Where and how results are written.
 *
 * @param path folder that holds the dataset's Zarr stores; absent for one inside the warehouse
 * @param format version of the stores
 * @param chunks chunk lengths by {@code time}, {@code vertical}, {@code lat}, {@code lon}, or {@code cell} of a grid
 *     without rows; a missing one is chosen. Of several layouts these, the shards and the codec are the first's
 * @param shards least lengths of a shard by the same axes, in cells; a missing one is the chunk's, and without any
 *     there are no shards
 * @param codec of the chunks, as {@link dev.shoal.zarr.StoreForm#codec}
 * @param taskMemoryBytes most memory that one task may plan to hold
 * @param failed whether values that quality control failed are left out of regridded and written fields
 * @param layouts named layouts, each a store of its own, the first of which is the dataset's; none where there is one
 *     store without a name
 */
public record OutputSpec(
        Optional<String> path,
        ZarrFormat format,
        Map<String, Integer> chunks,
        Map<String, Integer> shards,
        String codec,
        long taskMemoryBytes,
        FailedValues failed,
        List<LayoutSpec> layouts) {

    /**
     * What is used where nothing is asked: version 2. Everything that reads Zarr reads it, Debian's zarr 2.13, GDAL 3.6
     * and jzarr too; of version 3 these read nothing, and shards fewer still.
     */
    public static final ZarrFormat STANDARD_FORMAT = ZarrFormat.V2;

    /** What becomes of values flagged {@code FAIL} on grids. */
    public enum FailedValues {
        /** They are holes for regridding; on the source grid they are written as missing. The flag says why. */
        MASK,
        /** They are kept; the flag alone tells. */
        KEEP
    }

    /** Copies the collections. */
    public OutputSpec {
        chunks = new TreeMap<>(chunks);
        shards = new TreeMap<>(shards);
        layouts = new ArrayList<>(layouts);
    }

    /** Returns the output of one store of some form, and else as standard. */
    public static OutputSpec of(StoreForm form, Map<String, Integer> chunks, long taskMemoryBytes) {
        return new OutputSpec(
                Optional.empty(),
                form.format(),
                chunks,
                Map.of(),
                form.codec(),
                taskMemoryBytes,
                FailedValues.MASK,
                List.of());
    }

    /** Returns the same output in another version and with another codec. */
    public OutputSpec as(ZarrFormat otherFormat, String otherCodec) {
        return new OutputSpec(path, otherFormat, chunks, shards, otherCodec, taskMemoryBytes, failed, layouts);
    }

    /** Returns the same output with another length of chunks along an axis. */
    public OutputSpec withChunk(String axis, int length) {
        Map<String, Integer> changed = new TreeMap<>(chunks);
        changed.put(axis, length);
        return new OutputSpec(path, format, changed, shards, codec, taskMemoryBytes, failed, layouts);
    }

    /** Returns the array in the version and with the codec that are asked for. */
    public ZarrArray of(ZarrArray array) {
        return new StoreForm(format, Map.of(), codec).of(array);
    }

    /** Returns the layouts behind the first, which are made of it. */
    public List<LayoutSpec> others() {
        return layouts.isEmpty() ? List.of() : List.copyOf(layouts.subList(1, layouts.size()));
    }

    /** Returns the same output in another layout alone. */
    public OutputSpec as(LayoutSpec layout) {
        return new OutputSpec(
                path, format, layout.chunks(), layout.shards(), layout.codec(), taskMemoryBytes, failed, List.of());
    }

    /** Returns what decides how the cells of the stores lie in their objects. */
    String layout() {
        String first = format == STANDARD_FORMAT ? chunks.toString() : chunks + " in " + shards + " of " + format;
        return layouts.isEmpty()
                ? first
                : first + layouts.stream().map(LayoutSpec::canonical).toList();
    }
}
