package dev.shoal.netcdf;

import dev.shoal.plan.ChunkGrid;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Where the written chunks of one variable lie in its file. */
final class ChunkTable {

    /**
     * One written chunk.
     *
     * @param address of its first byte in the file
     * @param bytes stored
     * @param skipped bit {@code i} set where filter {@code i} was left out for this chunk
     */
    record Entry(long address, int bytes, int skipped) {}

    /**
     * One written chunk where its file's index has it.
     *
     * @param start its first cell
     * @param address of its first byte in the file
     * @param bytes stored
     * @param skipped bit {@code i} set where filter {@code i} was left out for this chunk
     */
    record Place(long[] start, long address, int bytes, int skipped) {}

    private final long[] ordinals;
    private final List<Entry> entries;

    private ChunkTable(long[] ordinals, List<Entry> entries) {
        this.ordinals = ordinals;
        this.entries = entries;
    }

    /**
     * Takes over a file's index; chunks outside the grid belong to a length the variable once had.
     *
     * @throws DamagedException where a chunk lies between the places of the grid
     */
    static ChunkTable of(List<Place> chunks, ChunkGrid grid) {
        record Found(long ordinal, Entry entry) {}
        List<Found> found = chunks.stream()
                .filter(chunk -> inside(chunk.start(), grid))
                .map(chunk -> new Found(
                        ordinal(chunk.start(), grid), new Entry(chunk.address(), chunk.bytes(), chunk.skipped())))
                .sorted(Comparator.comparingLong(Found::ordinal))
                .toList();
        return new ChunkTable(
                found.stream().mapToLong(Found::ordinal).toArray(),
                found.stream().map(Found::entry).toList());
    }

    private static boolean inside(long[] offset, ChunkGrid grid) {
        for (int axis = 0; axis < grid.rank(); axis++) {
            if (offset[axis] < 0 || offset[axis] >= grid.shape()[axis]) {
                return false;
            }
        }
        return true;
    }

    private static long ordinal(long[] offset, ChunkGrid grid) {
        long[] index = new long[grid.rank()];
        for (int axis = 0; axis < index.length; axis++) {
            if (offset[axis] % grid.chunk()[axis] != 0) {
                throw new DamagedException("a chunk at " + Arrays.toString(offset) + " of " + grid);
            }
            index[axis] = offset[axis] / grid.chunk()[axis];
        }
        return grid.ordinal(index);
    }

    /** Returns the chunk at a place of the grid, or nothing where it was never written. */
    java.util.Optional<Entry> find(long ordinal) {
        int at = Arrays.binarySearch(ordinals, ordinal);
        return at < 0 ? java.util.Optional.empty() : java.util.Optional.of(entries.get(at));
    }

    /** Returns the number of written chunks. */
    int size() {
        return ordinals.length;
    }
}
