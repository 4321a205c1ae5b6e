package dev.shoal.zarr.virtual;

import dev.shoal.plan.ChunkGrid;
import java.io.IOException;

/**
 * Chunks of plain elements, which can be taken for several smaller ones: along the first axis, where a chunk has all of
 * the others.
 */
final class ContiguousChunks {

    /** Larger ones are of little use to readers, who fetch whole chunks. */
    private static final long MOST_BYTES = 64 << 20;

    private ContiguousChunks() {}

    /** Tells whether the chunks of an array can be split along the first axis. */
    static boolean canSplit(VirtualArray array) {
        ChunkGrid grid = array.grid();
        boolean whole = array.codecs().isEmpty()
                && grid.rank() > 0
                && !array.references().isInline();
        for (int axis = 1; whole && axis < grid.rank(); axis++) {
            whole = grid.chunk()[axis] == grid.shape()[axis];
        }
        return whole;
    }

    /** Splits chunks that are too large, where they can be. */
    static VirtualArray split(VirtualArray array) {
        long rows = array.grid().rank() == 0 ? 1 : array.grid().chunk()[0];
        if (!canSplit(array) || rows * rowBytes(array) <= MOST_BYTES) {
            return array;
        }
        long most = Math.max(1, MOST_BYTES / rowBytes(array));
        while (rows % most != 0) {
            most--;
        }
        return split(array, most);
    }

    private static long rowBytes(VirtualArray array) {
        long bytes = array.type().element().bytes();
        for (int axis = 1; axis < array.grid().rank(); axis++) {
            bytes *= Math.max(1, array.grid().shape()[axis]);
        }
        return bytes;
    }

    /**
     * Splits the chunks of an array.
     *
     * @param rows of a chunk afterwards; a whole number of them makes a chunk as it was
     */
    static VirtualArray split(VirtualArray array, long rows) {
        ChunkGrid before = array.grid();
        long[] chunk = before.chunk().clone();
        long parts = chunk[0] / rows;
        chunk[0] = rows;
        ChunkGrid grid = new ChunkGrid(before.shape(), chunk);
        long bytes = rows * rowBytes(array);
        ChunkReferences.Builder split = ChunkReferences.builder(Math.toIntExact(grid.count()));
        try {
            array.references().each(new ChunkVisitor() {
                @Override
                public void part(long ordinal, int source, long offset, int length) {
                    for (long part = 0; part < parts && ordinal * parts + part < grid.count(); part++) {
                        split.add(ordinal * parts + part, offset + part * bytes, bytes);
                    }
                }

                @Override
                public void inline(long ordinal, byte[] held) {
                    throw new IllegalStateException("Cannot split chunk " + ordinal + ", which is held.");
                }
            });
        } catch (IOException notPossible) {
            throw new IllegalStateException("Cannot split references in memory.", notPossible);
        }
        return array.with(grid, split.build());
    }
}
