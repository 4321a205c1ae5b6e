package dev.shoal.catalog;

import java.util.List;
import java.util.Optional;

/**
 * A published product: a Zarr store or a table of observations.
 *
 * @param name unique in the catalogue
 * @param kind grid or observations
 * @param title for people
 * @param location table name or URL of the Zarr store
 * @param specHash digest of the specification it was made by
 * @param variables it holds
 * @param time of its data
 * @param footprint of its data
 * @param rows observations in it, 0 for a grid
 * @param cells array cells in it over all variables, 0 for observations
 * @param updatedAtMicros of its last publication, microseconds since 1970 UTC
 * @param run id of the run that published it
 */
public record Dataset(
        String name,
        DatasetKind kind,
        Optional<String> title,
        String location,
        String specHash,
        List<VariableSummary> variables,
        Optional<TimeRange> time,
        Optional<Footprint> footprint,
        long rows,
        long cells,
        long updatedAtMicros,
        String run) {

    /** Copies the list. */
    public Dataset {
        variables = List.copyOf(variables);
    }
}
