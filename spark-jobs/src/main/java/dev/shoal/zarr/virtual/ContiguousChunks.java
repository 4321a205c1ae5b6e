package dev.shoal.zarr.virtual;

import dev.shoal.netcdf.ChunkTable;
import dev.shoal.netcdf.StoredEncoding;
import dev.shoal.netcdf.VariableHeader;
import dev.shoal.plan.ChunkGrid;
import java.io.IOException;
import java.util.Arrays;

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

    /** Tells whether the elements of a variable lie in one stretch, all of them and nothing else. */
    static boolean isStretch(VariableHeader variable, StoredEncoding encoding, ChunkTable table) {
        return encoding.filters().isEmpty()
                && variable.rank() > 0
                && table.size() == 1
                && Arrays.equals(table.grid().chunk(), variable.shape())
                && table.storedBytes(0) == variable.size() * variable.type().bytes();
    }

    /** Divides a stretch along its first axis into equal chunks of a size that readers can use. */
    static ChunkGrid grid(VariableHeader variable) {
        long[] chunk = variable.shape().clone();
        long rowBytes = variable.size() / chunk[0] * variable.type().bytes();
        long rows = Math.max(1, Math.min(chunk[0], MOST_BYTES / rowBytes));
        while (chunk[0] % rows != 0) {
            rows--;
        }
        chunk[0] = rows;
        return new ChunkGrid(variable.shape(), chunk);
    }

    /** Returns the places of the chunks of a stretch. */
    static ChunkReferences references(ChunkGrid grid, ChunkTable stretch) {
        int count = Math.toIntExact(grid.count());
        long bytes = stretch.storedBytes(0) / count;
        ChunkReferences.Builder builder = ChunkReferences.builder(count);
        for (int at = 0; at < count; at++) {
            builder.add(at, stretch.address(0) + at * bytes, bytes);
        }
        return builder.build();
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

                @Override
                public void object(long ordinal, String object, int length) {
                    throw new IllegalStateException("Cannot split chunk " + ordinal + ", which is an object.");
                }
            });
        } catch (IOException notPossible) {
            throw new IllegalStateException("Cannot split references in memory.", notPossible);
        }
        return array.with(grid, split.build());
    }
}
