package dev.shoal.catalog;

import java.util.List;
import java.util.Optional;

/**
 * One source file's part in a dataset.
 *
 * @param dataset name
 * @param path of the source file, with its scheme
 * @param sha256 of the source file, lower-case hexadecimal
 * @param sizeBytes of the source file
 * @param mtimeMicros of the source file, microseconds since 1970 UTC
 * @param time of its data
 * @param footprint of its data
 * @param variables that it gives to the dataset
 * @param count observations, or time steps of a grid
 * @param run id of the run that took it in
 */
public record Granule(
        String dataset,
        String path,
        String sha256,
        long sizeBytes,
        long mtimeMicros,
        Optional<TimeRange> time,
        Optional<Footprint> footprint,
        List<VariableSummary> variables,
        long count,
        String run) {

    /** Copies the list. */
    public Granule {
        variables = List.copyOf(variables);
    }
}
