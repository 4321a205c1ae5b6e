package dev.shoal.spec;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Where and how results are written.
 *
 * @param path folder that holds the dataset's Zarr stores; absent for one inside the warehouse
 * @param chunks chunk lengths by {@code time}, {@code vertical}, {@code lat}, {@code lon}; a missing one is chosen
 * @param codec of the chunks
 * @param taskMemoryBytes most memory that one task may plan to hold
 * @param failed whether values that quality control failed are left out of regridded and written fields
 */
public record OutputSpec(
        Optional<String> path,
        Map<String, Integer> chunks,
        Compression codec,
        long taskMemoryBytes,
        FailedValues failed) {

    /** What becomes of values flagged {@code FAIL} on grids. */
    public enum FailedValues {
        /** They are holes for regridding; on the source grid they are written as missing. The flag says why. */
        MASK,
        /** They are kept; the flag alone tells. */
        KEEP
    }

    /** Copies the map. */
    public OutputSpec {
        chunks = new TreeMap<>(chunks);
    }
}
