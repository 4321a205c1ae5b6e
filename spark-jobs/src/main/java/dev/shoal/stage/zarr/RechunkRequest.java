package dev.shoal.stage.zarr;

import dev.shoal.plan.RechunkWay;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is asked of a rechunk.
 *
 * @param source a Zarr store or a file of arrays
 * @param target folder of the store to be made
 * @param chunks length of a target chunk by the name of its dimension; other dimensions keep theirs
 * @param variables to be taken, all where none is named
 * @param taskBytes most that a task may hold in memory
 * @param way that the cells are to come, or nothing where costs decide
 */
public record RechunkRequest(
        String source,
        String target,
        Map<String, Long> chunks,
        List<String> variables,
        long taskBytes,
        Optional<RechunkWay> way) {

    /** Copies its collections. */
    public RechunkRequest {
        chunks = new TreeMap<>(chunks);
        variables = new ArrayList<>(variables);
    }
}
