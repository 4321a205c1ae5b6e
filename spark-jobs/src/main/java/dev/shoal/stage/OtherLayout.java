package dev.shoal.stage;

import dev.shoal.plan.GridPlan;
import dev.shoal.plan.PlannedArray;
import dev.shoal.plan.StepSource;
import dev.shoal.plan.UnitSizing;
import dev.shoal.zarr.ZarrArray;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A layout that is made of the dataset's first store, values and flags.
 *
 * @param name of the layout
 * @param layout of its store
 * @param plan of its chunks, one array for values and one for flags; no step names a file
 */
record OtherLayout(String name, GridStoreLayout layout, GridPlan plan) {

    /** Copies of a chunk while it is put: cut out, as bytes, shuffled, compressed. */
    private static final int CHUNK_COPIES = 4;

    /** Copies of a chunk of the first store while it is read. */
    private static final int READ_COPIES = 3;

    /** Boxes of a unit: what the store holds and what the first one adds, joined. */
    private static final int BOXES = 2;

    /**
     * Plans.
     *
     * @param main layout of the first store
     * @param plan of the first store
     * @param budgetBytes most that a task may hold
     * @throws StageException where a chunk does not fit
     */
    static OtherLayout of(String name, GridStoreLayout layout, GridStoreLayout main, GridPlan plan, long budgetBytes) {
        List<PlannedArray> planned = new ArrayList<>();
        for (PlannedArray array : plan.arrays()) {
            for (ZarrArray target : layout.arrays()) {
                if (GridJob.namesOf(array.name()).contains(target.path())) {
                    planned.add(planned(name, array, target, main.array(target.path()), budgetBytes));
                }
            }
        }
        return new OtherLayout(name, layout, new GridPlan(List.of(), planned, plan.firstStep()));
    }

    private static PlannedArray planned(
            String name, PlannedArray array, ZarrArray target, ZarrArray main, long budgetBytes) {
        int valueBytes = target.type().bytes();
        long reading = (long) main.chunkSize() * valueBytes * READ_COPIES;
        UnitSizing sizing = new UnitSizing(
                array.horizontalAxes(),
                valueBytes * BOXES,
                0,
                0,
                valueBytes * CHUNK_COPIES,
                Math.max(1, budgetBytes - reading));
        try {
            return new PlannedArray(
                    target.path(),
                    array.layout(),
                    array.timeAxis(),
                    array.verticalAxis(),
                    Collections.nCopies(array.steps().size(), StepSource.ABSENT),
                    target.grid(),
                    1,
                    sizing.choose(target.grid(), target.path() + "' of layout '" + name));
        } catch (IllegalArgumentException error) {
            throw StageException.configuration(String.valueOf(error.getMessage()), error);
        }
    }
}
