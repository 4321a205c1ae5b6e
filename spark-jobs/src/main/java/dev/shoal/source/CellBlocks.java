package dev.shoal.source;

import dev.shoal.netcdf.Storage;
import dev.shoal.regrid.Grid;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * The selected cells of a file cut into blocks that are read at once. On each axis the selected indexes are cut into
 * segments; a block is one segment of each axis, the last axis turning fastest.
 *
 * <p>Laws: a block holds at least one selected cell; each selected cell is in one block, but for those of blocks whose
 * positions are all outside the bounds; no storage chunk lies in two blocks, unless the smallest box of whole chunks of
 * every variable is larger than a block may be; between two neighbouring segments of an axis that is not selected
 * whole, no chunk is read that holds no selected cell.
 *
 * @param segments of each axis: rising indexes of cells; owned by this record
 * @param kept numbers of the blocks that may hold a cell within the bounds, rising; nothing where all may
 */
record CellBlocks(int[][][] segments, Optional<long[]> kept) {

    /** Blocks are widened over neighbouring chunks up to this many cells. */
    static final long WANTED_CELLS = 1 << 20;

    /** More blocks than this are not judged one by one. */
    private static final long MOST_KEPT = 1 << 20;

    /** No block holds more cells. */
    static final long MOST_CELLS = 1 << 26;

    /** Cuts selected cells by the chunks of the variables that are read. */
    static CellBlocks of(CellSpace space, CellSelection selection, long most) {
        return of(space.shape(), space.storages(), selection, most);
    }

    /** Returns the same without the blocks of a grid placed by cell in which no cell is within the bounds. */
    CellBlocks within(CellPlaces places, CoordinateRanges ranges) {
        boolean bounded = ranges.bounds("lat") || ranges.bounds("lon");
        if (!places.isPlacedByCell() || !bounded || count() > MOST_KEPT) {
            return this;
        }
        int y = places.yAxis();
        int x = places.xAxis();
        int[][] rows = y < 0 ? new int[][] {{0}} : segments[y];
        boolean[][] inside = new boolean[rows.length][segments[x].length];
        for (int row = 0; row < inside.length; row++) {
            for (int column = 0; column < inside[row].length; column++) {
                inside[row][column] = holds(places.grid(), rows[row], segments[x][column], ranges);
            }
        }
        long[] found = LongStream.range(0, count())
                .filter(ordinal -> inside[y < 0 ? 0 : segment(ordinal, y)][segment(ordinal, x)])
                .toArray();
        return new CellBlocks(segments, Optional.of(found));
    }

    private static boolean holds(Grid grid, int[] rows, int[] columns, CoordinateRanges ranges) {
        for (int row : rows) {
            for (int column : columns) {
                if (ranges.holds("lat", grid.lat(row, column)) && ranges.holds("lon", grid.lon(row, column))) {
                    return true;
                }
            }
        }
        return false;
    }

    /**
     * Cuts selected cells.
     *
     * @param shape of every variable
     * @param read how each variable that is read lies in the file
     * @param most cells of a block
     */
    static CellBlocks of(long[] shape, List<Storage> read, CellSelection selection, long most) {
        long[] chunk = chunk(shape, read, most);
        long[] block = widened(shape, chunk, Math.min(WANTED_CELLS, most));
        int[][][] segments = new int[chunk.length][][];
        for (int axis = 0; axis < chunk.length; axis++) {
            segments[axis] = cut(selection.indexes()[axis], chunk[axis], block[axis]);
        }
        return new CellBlocks(segments, Optional.empty());
    }

    /** Returns the smallest box that is whole chunks of every variable, cut where it is too large. */
    private static long[] chunk(long[] shape, List<Storage> read, long most) {
        List<long[]> chunks = read.stream()
                .filter(Storage::chunked)
                .map(storage -> clipped(storage.chunk(), shape))
                .toList();
        long[] common = ones(shape.length);
        for (long[] chunk : chunks) {
            for (int axis = 0; axis < shape.length; axis++) {
                common[axis] = Math.min(shape[axis], leastCommonMultiple(common[axis], chunk[axis]));
            }
        }
        for (int axis = 0; axis < shape.length && isTooLarge(common, most); axis++) {
            common[axis] = cut(axis, common, chunks, most);
        }
        return common;
    }

    private static long[] clipped(long[] chunk, long[] shape) {
        long[] clipped = new long[shape.length];
        for (int axis = 0; axis < shape.length; axis++) {
            clipped[axis] = Math.max(1, Math.min(chunk[axis], shape[axis]));
        }
        return clipped;
    }

    /** Shortens a box along an axis, to whole chunks of the variable with the longest ones that fit. */
    private static long cut(int axis, long[] box, List<long[]> chunks, long mostCells) {
        long across = 1;
        for (int other = 0; other < box.length; other++) {
            across = other == axis ? across : saturated(across, box[other]);
        }
        long most = Math.max(1, mostCells / across);
        long longest = chunks.stream()
                .mapToLong(chunk -> chunk[axis])
                .filter(length -> length <= most)
                .max()
                .orElse(1);
        return Math.min(box[axis], most / longest * longest);
    }

    private static boolean isTooLarge(long[] box, long most) {
        return Arrays.stream(box).reduce(1, CellBlocks::saturated) > most;
    }

    private static long saturated(long a, long b) {
        return a > Long.MAX_VALUE / Math.max(1, b) ? Long.MAX_VALUE : a * b;
    }

    private static long[] widened(long[] shape, long[] chunk, long wanted) {
        long[] block = chunk.clone();
        for (int axis = shape.length - 1; axis >= 0; axis--) {
            long chunks = (shape[axis] + chunk[axis] - 1) / chunk[axis];
            long fitting = Math.max(1, Math.min(chunks, wanted / cells(block)));
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
        return kept.map(ordinals -> (long) ordinals.length)
                .orElseGet(() ->
                        Arrays.stream(segments).mapToLong(axis -> axis.length).reduce(1, Math::multiplyExact));
    }

    /** Returns the number of cells in all blocks. */
    long cells() {
        if (kept.isPresent()) {
            return Arrays.stream(kept.get()).map(this::cells).sum();
        }
        long cells = 1;
        for (int[][] axis : segments) {
            cells = Math.multiplyExact(
                    cells, Arrays.stream(axis).mapToLong(part -> part.length).sum());
        }
        return cells;
    }

    private long cells(long ordinal) {
        long cells = 1;
        for (int axis = 0; axis < segments.length; axis++) {
            cells *= segments[axis][segment(ordinal, axis)].length;
        }
        return cells;
    }

    /** Returns which of an axis' segments a block has, the last axis turning fastest. */
    private int segment(long ordinal, int wanted) {
        long rest = ordinal;
        for (int axis = segments.length - 1; axis > wanted; axis--) {
            rest /= segments[axis].length;
        }
        return (int) (rest % segments[wanted].length);
    }

    /** Returns the indexes of a block's cells on each axis; not to be changed. */
    int[][] block(long number) {
        long ordinal = kept.isPresent() ? kept.get()[Math.toIntExact(number)] : number;
        int[][] block = new int[segments.length][];
        for (int axis = 0; axis < segments.length; axis++) {
            block[axis] = segments[axis][segment(ordinal, axis)];
        }
        return block;
    }
}
