package dev.shoal.stage.zarr;

import dev.shoal.plan.RechunkWay;
import dev.shoal.zarr.StoreForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is asked of a rechunk.
 *
 * @param source a Zarr store or a file of arrays
 * @param target folder of the store to be made
 * @param layouts of the arrays, of different names; one of no name stands alone
 * @param variables to be taken, all where none is named
 * @param taskBytes most that a task may hold in memory
 * @param diskBytes most that Spark may put on local disks
 * @param way that the cells are to come, or nothing where costs decide
 */
public record RechunkRequest(
        String source,
        String target,
        List<ChunkLayout> layouts,
        List<String> variables,
        long taskBytes,
        long diskBytes,
        Optional<RechunkWay> way) {

    /** Copies its collections; refuses layouts that would lie in one another. */
    public RechunkRequest {
        layouts = new ArrayList<>(layouts);
        variables = new ArrayList<>(variables);
        long names = layouts.stream().map(ChunkLayout::name).distinct().count();
        boolean apart = layouts.size() == 1
                || layouts.stream().noneMatch(layout -> layout.name().isEmpty());
        boolean oneFormat = layouts.stream()
                        .map(layout -> layout.form().format())
                        .distinct()
                        .count()
                <= 1;
        if (layouts.isEmpty() || names != layouts.size() || !apart || !oneFormat) {
            throw new IllegalArgumentException("layouts "
                    + layouts.stream().map(ChunkLayout::name).toList()
                    + ", expected at least one, each of another name, and one version of Zarr");
        }
    }

    /** Makes a request for one layout in the standard form, with disks as large as it takes. */
    public RechunkRequest(
            String source,
            String target,
            Map<String, Long> chunks,
            List<String> variables,
            long taskBytes,
            Optional<RechunkWay> way) {
        this(
                source,
                target,
                List.of(new ChunkLayout("", chunks, StoreForm.STANDARD)),
                variables,
                taskBytes,
                Long.MAX_VALUE,
                way);
    }
}
