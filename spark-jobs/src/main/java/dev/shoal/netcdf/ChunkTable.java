package dev.shoal.netcdf;

import dev.shoal.plan.ChunkGrid;
import dev.shoal.plan.Window;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Where the written chunks of one variable lie in its file, in row-major order of their places in the grid.
 *
 * <p>A chunk takes 28 bytes here, whatever the file takes to list it, so that tables of millions can be kept. Cannot be
 * changed; safe for use by several threads.
 */
public final class ChunkTable {

    private final ChunkGrid grid;
    private final long[] ordinals;
    private final long[] addresses;
    private final long[] bytes;
    private final int[] skipped;

    private ChunkTable(ChunkGrid grid, long[] ordinals, long[] addresses, long[] bytes, int[] skipped) {
        this.grid = grid;
        this.ordinals = ordinals;
        this.addresses = addresses;
        this.bytes = bytes;
        this.skipped = skipped;
    }

    /** Makes a table that is filled chunk by chunk. */
    static Builder builder(ChunkGrid grid) {
        return new Builder(grid);
    }

    /**
     * Makes the table of elements that lie end to end, as one chunk.
     *
     * @param cells of the variable
     * @param address of the first byte; negative where nothing was written
     */
    static ChunkTable contiguous(Window cells, long address, int elementBytes) {
        long[] chunk = cells.shape();
        for (int axis = 0; axis < chunk.length; axis++) {
            chunk[axis] = Math.max(1, chunk[axis]);
        }
        Builder table = builder(new ChunkGrid(cells.shape(), chunk));
        if (address >= 0 && !cells.isEmpty()) {
            table.add(new long[chunk.length], address, Math.multiplyExact(cells.size(), elementBytes), 0);
        }
        return table.build();
    }

    /** Returns the grid of chunks, written or not. */
    public ChunkGrid grid() {
        return grid;
    }

    /** Returns the number of written chunks. */
    public int size() {
        return ordinals.length;
    }

    /** Returns the position in this table of the chunk at a place of the grid, or a negative number where none is. */
    public int find(long ordinal) {
        return Arrays.binarySearch(ordinals, ordinal);
    }

    /** Returns the place in the grid of the chunk at a position of this table; see {@link ChunkGrid#index}. */
    public long ordinal(int at) {
        return ordinals[at];
    }

    /** Returns the position in the file of the first byte of a chunk. */
    public long address(int at) {
        return addresses[at];
    }

    /** Returns the number of bytes that a chunk takes in the file. */
    public long storedBytes(int at) {
        return bytes[at];
    }

    /** Returns a number whose bit {@code i} is set where a chunk was written without filter {@code i}. */
    public int skippedFilters(int at) {
        return skipped[at];
    }

    /**
     * Returns the positions in this table of the written chunks that share a cell with a window, in ascending order of
     * their addresses. Takes no longer than the smaller of the table and the window's chunks asks for.
     */
    int[] touching(Window window) {
        Window box = grid.touching(window);
        IntStream.Builder found = IntStream.builder();
        if (box.size() < size()) {
            for (long[] index : ChunkGrid.walk(box)) {
                int at = find(grid.ordinal(index));
                if (at >= 0) {
                    found.add(at);
                }
            }
        } else {
            for (int at = 0; at < size(); at++) {
                if (holds(box, ordinals[at])) {
                    found.add(at);
                }
            }
        }
        return byAddress(found.build().toArray());
    }

    private boolean holds(Window box, long ordinal) {
        long rest = ordinal;
        for (int axis = box.rank() - 1; axis >= 0; axis--) {
            long index = rest % grid.count(axis);
            if (index < box.start(axis) || index >= box.end(axis)) {
                return false;
            }
            rest /= grid.count(axis);
        }
        return true;
    }

    /** Most writers put chunks down in their order, so that there is nothing to sort. */
    private int[] byAddress(int[] positions) {
        for (int i = 1; i < positions.length; i++) {
            if (addresses[positions[i]] < addresses[positions[i - 1]]) {
                return IntStream.of(positions)
                        .boxed()
                        .sorted(Comparator.comparingLong(at -> addresses[at]))
                        .mapToInt(Integer::intValue)
                        .toArray();
            }
        }
        return positions;
    }

    /** Takes chunks in any order. */
    static final class Builder {

        private static final int FIRST_ROOM = 16;

        private final ChunkGrid grid;
        private long[] ordinals = new long[FIRST_ROOM];
        private long[] addresses = new long[FIRST_ROOM];
        private long[] bytes = new long[FIRST_ROOM];
        private int[] skipped = new int[FIRST_ROOM];
        private final long most;
        private int size;
        private boolean ascending = true;

        private Builder(ChunkGrid grid) {
            this.grid = grid;
            this.most = grid.count();
        }

        /**
         * Adds a written chunk; one outside the grid belongs to a length the variable once had, and is left out.
         *
         * @param start its first cell
         * @param address of its first byte in the file
         * @param skippedFilters bit {@code i} set where filter {@code i} was left out for this chunk
         * @throws DamagedException where it lies between the places of the grid, or before the file
         */
        void add(long[] start, long address, long storedBytes, int skippedFilters) {
            if (!inside(start)) {
                return;
            }
            if (address < 0 || storedBytes < 0) {
                throw new DamagedException("a chunk of " + storedBytes + " bytes at byte " + address);
            }
            if (size >= most) {
                throw new DamagedException("more than " + most + " chunks of " + grid);
            }
            if (size == ordinals.length) {
                grow();
            }
            ordinals[size] = ordinal(start);
            addresses[size] = address;
            bytes[size] = storedBytes;
            skipped[size] = skippedFilters;
            ascending &= size == 0 || ordinals[size] > ordinals[size - 1];
            size++;
        }

        private void grow() {
            int room = size * 2;
            ordinals = Arrays.copyOf(ordinals, room);
            addresses = Arrays.copyOf(addresses, room);
            bytes = Arrays.copyOf(bytes, room);
            skipped = Arrays.copyOf(skipped, room);
        }

        private boolean inside(long[] start) {
            for (int axis = 0; axis < grid.rank(); axis++) {
                if (start[axis] < 0 || start[axis] >= grid.shape()[axis]) {
                    return false;
                }
            }
            return true;
        }

        private long ordinal(long[] start) {
            long ordinal = 0;
            for (int axis = 0; axis < grid.rank(); axis++) {
                long chunk = grid.chunk()[axis];
                if (start[axis] % chunk != 0) {
                    throw new DamagedException("a chunk at " + Arrays.toString(start) + " of " + grid);
                }
                ordinal = ordinal * grid.count(axis) + start[axis] / chunk;
            }
            return ordinal;
        }

        /** Returns the table; a place that was given twice keeps what was given first. */
        ChunkTable build() {
            if (ascending) {
                return new ChunkTable(
                        grid,
                        Arrays.copyOf(ordinals, size),
                        Arrays.copyOf(addresses, size),
                        Arrays.copyOf(bytes, size),
                        Arrays.copyOf(skipped, size));
            }
            int[] order = IntStream.range(0, size)
                    .boxed()
                    .sorted(Comparator.comparingLong(at -> ordinals[at]))
                    .mapToInt(Integer::intValue)
                    .toArray();
            return new ChunkTable(
                    grid,
                    IntStream.of(order).mapToLong(at -> ordinals[at]).toArray(),
                    IntStream.of(order).mapToLong(at -> addresses[at]).toArray(),
                    IntStream.of(order).mapToLong(at -> bytes[at]).toArray(),
                    IntStream.of(order).map(at -> skipped[at]).toArray());
        }
    }
}
