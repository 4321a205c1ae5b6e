package dev.shoal.zarr.virtual;

import dev.shoal.plan.ChunkGrid;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How one array is made of the same one in several files: which rows of its chunks stay where they are, and which are
 * copied.
 *
 * @param firstFile position, among all files of the store, of the first one that the array is made of
 * @param array as it will be; with its references only where the store holds the values itself
 * @param dimension along which files are put one behind the other; an axis of the array, or it is the first file's
 * @param starts cells along that axis at which each file begins, and where the last one ends; empty where it is none
 * @param stays for each file whether its chunks are of the array's form
 * @param copied how the values of the others are taken
 * @param fills what is missing in each file: one number, or none; empty where nothing is copied
 */
public record ArrayPlan(
        int firstFile,
        VirtualArray array,
        String dimension,
        long[] starts,
        boolean[] stays,
        Copied copied,
        List<List<Number>> fills)
        implements Serializable {

    /** How values are copied. */
    public enum Copied {
        /** None is. */
        NOTHING,
        /** As stored, in the array's type; what is missing becomes the array's fill value. */
        AS_STORED,
        /** Unpacked, missing ones as NaN. */
        DECODED
    }

    /** Copies the list. */
    public ArrayPlan {
        fills = new ArrayList<>(fills);
    }

    /** Makes the plan of an array whose values the store holds itself, or that is taken from the first file. */
    static ArrayPlan ofOne(VirtualArray array) {
        boolean copies = array.references().isNowhere();
        return new ArrayPlan(
                0,
                array,
                "",
                new long[0],
                new boolean[] {!copies},
                copies ? Copied.AS_STORED : Copied.NOTHING,
                copies ? List.of(array.fill()) : List.of());
    }

    /** Returns the same plan of files that stand behind so many others. */
    ArrayPlan behind(int files) {
        return new ArrayPlan(files, array, dimension, starts, stays, copied, fills);
    }

    /** Tells whether the store holds the values itself. */
    public boolean isHeld() {
        return array.isInline() && array.references().size() > 0;
    }

    /** Returns the number of chunks that are referred to or held; where some are copied, of all places. */
    public long size() {
        return copied == Copied.NOTHING
                ? array.references().size()
                : array.grid().count();
    }

    /** Returns the axis along which files are put one behind the other, or -1. */
    public int axis() {
        return starts.length == 0 ? -1 : array.axis(dimension);
    }

    /** Returns the number of rows of chunks along the axis; 1 where there is none. */
    public long rows() {
        return axis() < 0 ? 1 : array.grid().count(axis());
    }

    /** Returns the first row of chunks that stays in a file; {@link #stayEnd} where there is none. */
    private long stayStart(int file) {
        if (axis() < 0) {
            return 0;
        }
        return stays[file] && starts[file] % chunkRows() == 0 ? starts[file] / chunkRows() : stayEnd(file);
    }

    private long stayEnd(int file) {
        if (axis() < 0) {
            return file == 0 && stays[0] ? 1 : 0;
        }
        boolean last = starts[file + 1] == starts[starts.length - 1];
        return last ? rows() : starts[file + 1] / chunkRows();
    }

    private long chunkRows() {
        return array.grid().chunk()[axis()];
    }

    /** Returns the rows of chunks that are copied, in ascending order. */
    public long[] copiedRows() {
        if (copied == Copied.NOTHING) {
            return new long[0];
        }
        boolean[] stay = new boolean[Math.toIntExact(rows())];
        for (int file = 0; file < stays.length; file++) {
            for (long row = stayStart(file); row < stayEnd(file); row++) {
                stay[(int) row] = true;
            }
        }
        long[] rows = new long[stay.length];
        int count = 0;
        for (int row = 0; row < stay.length; row++) {
            rows[count] = row;
            count += stay[row] ? 0 : 1;
        }
        return Arrays.copyOf(rows, count);
    }

    /**
     * Returns the references to the chunks of one file that stay there, in their places of the whole array.
     *
     * @param number position of the file among all of the store
     * @param part the array as it was found in the file, with its references
     */
    public ChunkReferences references(int number, VirtualArray part) {
        int file = number - firstFile;
        if (file < 0 || file >= stays.length) {
            return ChunkReferences.none();
        }
        long from = stayStart(file);
        long to = stayEnd(file);
        if (isHeld() || from >= to) {
            return ChunkReferences.none();
        }
        int axis = axis();
        if (axis < 0) {
            return part.references().moved(0, number);
        }
        VirtualArray own = aligned(part);
        ChunkGrid grid = array.grid();
        long outer = product(grid, 0, axis);
        long inner = product(grid, axis + 1, grid.rank());
        long first = starts[file] / chunkRows();
        List<ChunkReferences> moved = new ArrayList<>();
        for (long row = 0; row < outer; row++) {
            long there = row * own.grid().count(axis) + from - first;
            long here = row * grid.count(axis) + from;
            moved.add(own.references()
                    .slice(there * inner, (there + to - from) * inner)
                    .moved((here - there) * inner, number));
        }
        return ChunkReferences.joined(moved);
    }

    /** Chunks of plain elements that differ in length are split into what all of them are made of. */
    private VirtualArray aligned(VirtualArray part) {
        return axis() == 0 && part.grid().chunk()[0] != chunkRows() ? ContiguousChunks.split(part, chunkRows()) : part;
    }

    private static long product(ChunkGrid grid, int start, int end) {
        long product = 1;
        for (int axis = start; axis < end; axis++) {
            product = Math.multiplyExact(product, grid.count(axis));
        }
        return product;
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
