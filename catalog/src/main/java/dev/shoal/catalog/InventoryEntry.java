package dev.shoal.catalog;

import java.util.List;
import java.util.Optional;

/**
 * What a scan found in one readable file.
 *
 * @param path full location with its scheme
 * @param sizeBytes length of the file
 * @param mtimeMicros time of its last change, microseconds since 1970 UTC
 * @param md5 lower-case hexadecimal digest of the bytes
 * @param sha256 lower-case hexadecimal digest of the bytes
 * @param format by its magic bytes
 * @param conventions the global attribute {@code Conventions}
 * @param featureType CF feature type, or grid
 * @param featureTypeReason what the feature type was told by
 * @param variables in stored order
 * @param time of the data, absent where there is none or its calendar has no timestamps
 * @param box around the data
 * @param problems found in readable content, in words
 * @param run id of the run that scanned
 * @param scannedAtMicros microseconds since 1970 UTC
 */
public record InventoryEntry(
        String path,
        long sizeBytes,
        long mtimeMicros,
        String md5,
        String sha256,
        String format,
        Optional<String> conventions,
        String featureType,
        String featureTypeReason,
        List<VariableSummary> variables,
        Optional<TimeRange> time,
        Optional<Box> box,
        List<String> problems,
        String run,
        long scannedAtMicros) {

    /** Copies the lists. */
    public InventoryEntry {
        variables = List.copyOf(variables);
        problems = List.copyOf(problems);
    }
}
