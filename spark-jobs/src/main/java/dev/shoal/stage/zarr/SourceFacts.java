package dev.shoal.stage.zarr;

import dev.shoal.netcdf.ElementType;
import dev.shoal.zarr.ArchiveEntry;
import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * What is known of one file beside what it has in common with the first.
 *
 * @param entry the file as it was listed
 * @param steps its length along the append dimension
 * @param keys of its steps in increasing order, see {@link Keys}; empty where there is no coordinate
 * @param first and {@code last} are its first and last step, for people
 * @param sums numbers that are equal where the values of variables without the append dimension are
 * @param unpacked types that hold the decoded values of the variables that are unpacked
 * @param conflicts a sentence for everything that does not agree with the first file
 */
record SourceFacts(
        ArchiveEntry entry,
        long steps,
        long[] keys,
        String first,
        String last,
        Map<String, Long> sums,
        Map<String, ElementType> unpacked,
        List<String> conflicts)
        implements Serializable {

    /** Returns the sums; none of a file that is refused for something else. */
    Map<String, Long> comparable() {
        return conflicts.isEmpty() ? sums : Map.of();
    }

    /** Returns the same with other sums. */
    SourceFacts with(Map<String, Long> changed) {
        return new SourceFacts(entry, steps, keys, first, last, changed, unpacked, conflicts);
    }
}
