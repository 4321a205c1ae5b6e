package dev.shoal.zarr.virtual;

import dev.shoal.plan.ChunkGrid;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Joins the references of files that stand one behind the other along an axis.
 *
 * @param grid of all of them together
 * @param axis along which they stand
 */
record ReferenceJoin(ChunkGrid grid, int axis) {

    /**
     * Returns the references of all.
     *
     * @param parts in their order; references of each to file 0
     */
    ChunkReferences joined(List<VirtualArray> parts) {
        List<ChunkReferences> moved = new ArrayList<>();
        long[] start = new long[grid.rank()];
        long outer = 1;
        for (int before = 0; before < axis; before++) {
            outer *= grid.count(before);
        }
        List<Long> starts = new ArrayList<>();
        for (VirtualArray part : parts) {
            starts.add(start[axis]);
            start[axis] += part.grid().count(axis);
        }
        long inner = 1;
        for (int behind = axis + 1; behind < grid.rank(); behind++) {
            inner *= grid.count(behind);
        }
        for (long row = 0; row < outer; row++) {
            for (int i = 0; i < parts.size(); i++) {
                long own = parts.get(i).grid().count(axis) * inner;
                long to = (row * grid.count(axis) + starts.get(i)) * inner;
                moved.add(slice(parts.get(i).references(), row * own, own).moved(to - row * own, i));
            }
        }
        return ChunkReferences.joined(moved);
    }

    private ChunkReferences slice(ChunkReferences references, long start, long count) {
        if (axis == 0) {
            return references;
        }
        try {
            return references.slice(start, start + count);
        } catch (IOException notPossible) {
            throw new IllegalStateException("Cannot take references out of memory.", notPossible);
        }
    }
}
