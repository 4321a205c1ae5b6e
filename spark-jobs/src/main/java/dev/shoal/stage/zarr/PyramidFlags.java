package dev.shoal.stage.zarr;

import dev.shoal.netcdf.ArrayBlock;
import dev.shoal.netcdf.ElementType;
import dev.shoal.plan.ChunkGrid;
import dev.shoal.plan.Window;
import dev.shoal.zarr.ZarrArray;
import java.io.Serializable;
import java.util.Arrays;

/**
 * The flags of a variable, on its dimensions or some of them.
 *
 * @param array of the flags in level 0
 * @param axes of the variable that the flags' axes are
 * @param accepted flags of values that count, ascending
 */
record PyramidFlags(ZarrArray array, int[] axes, long[] accepted) implements Serializable {

    /** Returns the cells of the flags beside a box of the variable. */
    Window beside(Window box) {
        long[] start = new long[axes.length];
        long[] end = new long[axes.length];
        for (int axis = 0; axis < axes.length; axis++) {
            start[axis] = box.start(axes[axis]);
            end[axis] = box.end(axes[axis]);
        }
        return new Window(start, end);
    }

    /**
     * Takes values whose flag is not accepted for missing.
     *
     * @param flags of the cells {@link #beside} the box
     * @param values of the box; NaN is put where they do not count
     */
    void mask(ArrayBlock flags, Window box, double[] values) {
        boolean[] counts = counting(flags);
        Window beside = beside(box);
        if (axes.length == box.rank()) {
            for (int i = 0; i < values.length; i++) {
                values[i] = counts[i] ? values[i] : Double.NaN;
            }
            return;
        }
        ChunkGrid cells = ones(beside.shape());
        int place = 0;
        for (long[] index : ChunkGrid.walk(Window.whole(box.shape()))) {
            long[] own = new long[axes.length];
            for (int axis = 0; axis < axes.length; axis++) {
                own[axis] = index[axes[axis]];
            }
            values[place] = counts[(int) cells.ordinal(own)] ? values[place] : Double.NaN;
            place++;
        }
    }

    private static ChunkGrid ones(long[] shape) {
        long[] ones = new long[shape.length];
        Arrays.fill(ones, 1);
        return new ChunkGrid(shape, ones);
    }

    /** A flag that is a character is the number it reads as. */
    private boolean[] counting(ArrayBlock flags) {
        boolean[] counts = new boolean[flags.size()];
        if (flags.type() == ElementType.CHAR) {
            byte[] letters = (byte[]) flags.values();
            for (int i = 0; i < counts.length; i++) {
                counts[i] = isAccepted(Character.digit(letters[i], 10));
            }
            return counts;
        }
        double[] numbers = flags.toDoubles();
        for (int i = 0; i < counts.length; i++) {
            counts[i] = numbers[i] == Math.rint(numbers[i]) && isAccepted((long) numbers[i]);
        }
        return counts;
    }

    private boolean isAccepted(long flag) {
        for (long one : accepted) {
            if (one == flag) {
                return true;
            }
        }
        return false;
    }
}
