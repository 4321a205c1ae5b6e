package dev.shoal.stage.zarr;

import dev.shoal.zarr.virtual.ArrayPlan;
import dev.shoal.zarr.virtual.Conflict;
import dev.shoal.zarr.virtual.VirtualPlan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What making a virtual store would do.
 *
 * @param store where the references would be
 * @param files that were looked at
 * @param arrays of the store; none where there are conflicts
 * @param conflicts everything in which files do not agree
 * @param notes sentences on what would be left out and copied
 */
public record VirtualDraft(String store, int files, List<Line> arrays, List<Conflict> conflicts, List<String> notes) {

    /** Copies the lists. */
    public VirtualDraft {
        arrays = new ArrayList<>(arrays);
        conflicts = new ArrayList<>(conflicts);
        notes = new ArrayList<>(notes);
    }

    /**
     * An array of the store.
     *
     * @param name its path
     * @param dimensions names of its axes
     * @param shape its lengths
     * @param type of its elements
     * @param chunks that would be referred to, or held in the store
     * @param held whether the store would hold the values itself
     * @param copiedRows rows of chunks that would be copied, along the dimension in which files follow each other
     */
    public record Line(
            String name,
            List<String> dimensions,
            List<Long> shape,
            String type,
            long chunks,
            boolean held,
            int copiedRows) {

        private static Line of(ArrayPlan plan) {
            return new Line(
                    plan.array().path(),
                    plan.array().dimensions(),
                    Arrays.stream(plan.array().grid().shape()).boxed().toList(),
                    plan.array().type().element().toString(),
                    plan.size(),
                    plan.isHeld(),
                    plan.copiedRows().length);
        }
    }

    /** Returns the draft of files that agree. */
    static VirtualDraft of(String store, int files, VirtualPlan plan) {
        return new VirtualDraft(
                store,
                files,
                plan.arrays().stream().map(Line::of).toList(),
                List.of(),
                plan.notes().stream().distinct().toList());
    }

    /** Returns the number of chunks of all arrays. */
    public long chunks() {
        return arrays.stream().mapToLong(Line::chunks).sum();
    }
}
