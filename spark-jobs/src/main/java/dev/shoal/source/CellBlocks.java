package dev.shoal.source;

import dev.shoal.netcdf.Storage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The selected cells of a file cut into blocks that are read at once. On each axis the selected indexes are cut into
 * segments; a block is one segment of each axis, the last axis turning fastest.
 *
 * <p>Laws: a block holds at least one selected cell; each selected cell is in one block; no storage chunk lies in two
 * blocks, unless it is larger than {@link #MOST_CELLS}; between two neighbouring segments of an axis that is not
 * selected whole, no chunk is read that holds no selected cell.
 *
 * @param segments of each axis: rising indexes of cells; owned by this record
 */
record CellBlocks(int[][][] segments) {

    /** Blocks are widened over neighbouring chunks up to this many cells. */
    static final long WANTED_CELLS = 1 << 20;

    /** No block holds more cells. */
    static final long MOST_CELLS = 1 << 26;

    /** Cuts selected cells by the chunks of the variables that are read. */
    static CellBlocks of(CellSpace space, CellSelection selection) {
        return of(space.shape(), space.storages(), selection);
    }

    /**
     * Cuts selected cells.
     *
     * @param shape of every variable
     * @param read how each variable that is read lies in the file
     */
    static CellBlocks of(long[] shape, List<Storage> read, CellSelection selection) {
        long[] chunk = chunk(shape, read);
        long[] block = widened(shape, chunk);
        int[][][] segments = new int[chunk.length][][];
        for (int axis = 0; axis < chunk.length; axis++) {
            segments[axis] = cut(selection.indexes()[axis], chunk[axis], block[axis]);
        }
        return new CellBlocks(segments);
    }

    /** Returns the smallest box that is whole chunks of every variable. */
    private static long[] chunk(long[] shape, List<Storage> read) {
        long[] common = ones(shape.length);
        long[] first = ones(shape.length);
        boolean any = false;
        for (Storage storage : read) {
            for (int axis = 0; storage.chunked() && axis < shape.length; axis++) {
                long length = Math.min(storage.chunk()[axis], shape[axis]);
                common[axis] = Math.min(shape[axis], leastCommonMultiple(common[axis], length));
                first[axis] = any ? first[axis] : length;
            }
            any |= storage.chunked();
        }
        return bounded(cells(common) <= MOST_CELLS ? common : first);
    }

    private static long[] bounded(long[] chunk) {
        for (int axis = 0; axis < chunk.length; axis++) {
            while (chunk[axis] > 1 && cells(chunk) > MOST_CELLS) {
                chunk[axis] = (chunk[axis] + 1) / 2;
            }
        }
        return chunk;
    }

    private static long[] widened(long[] shape, long[] chunk) {
        long[] block = chunk.clone();
        for (int axis = shape.length - 1; axis >= 0; axis--) {
            long chunks = (shape[axis] + chunk[axis] - 1) / chunk[axis];
            long fitting = Math.max(1, Math.min(chunks, WANTED_CELLS / cells(block)));
            block[axis] = chunk[axis] * fitting;
            if (fitting < chunks) {
                return block;
            }
        }
        return block;
    }

    /** Cuts indexes into segments of neighbouring chunks, none longer than a block. */
    private static int[][] cut(int[] indexes, long chunk, long block) {
        List<int[]> segments = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= indexes.length; i++) {
            boolean ends = i == indexes.length
                    || indexes[i] / chunk > indexes[i - 1] / chunk + 1
                    || indexes[i] / block != indexes[i - 1] / block;
            if (ends) {
                segments.add(Arrays.copyOfRange(indexes, start, i));
                start = i;
            }
        }
        return segments.toArray(int[][]::new);
    }

    private static long[] ones(int rank) {
        long[] ones = new long[rank];
        Arrays.fill(ones, 1);
        return ones;
    }

    private static long cells(long[] box) {
        return Arrays.stream(box).reduce(1, Math::multiplyExact);
    }

    private static long leastCommonMultiple(long a, long b) {
        long x = a;
        long y = b;
        while (y != 0) {
            long rest = x % y;
            x = y;
            y = rest;
        }
        return a / x * b;
    }

    /** Returns the number of blocks. */
    long count() {
        return Arrays.stream(segments).mapToLong(axis -> axis.length).reduce(1, Math::multiplyExact);
    }

    /** Returns the indexes of a block's cells on each axis; not to be changed. */
    int[][] block(long ordinal) {
        int[][] block = new int[segments.length][];
        long rest = ordinal;
        for (int axis = segments.length - 1; axis >= 0; axis--) {
            block[axis] = segments[axis][(int) (rest % segments[axis].length)];
            rest /= segments[axis].length;
        }
        return block;
    }
}
