package dev.shoal.plan;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The immutable list of work that turns an archive of fields into chunked arrays. Units are numbered and made on
 * demand, so a plan of millions of chunks stays as small as its list of time steps.
 *
 * @param files every file that a step is taken from
 * @param arrays the target's arrays
 * @param firstStep first step that has to be written; those before it stand already
 */
public record GridPlan(List<String> files, List<PlannedArray> arrays, int firstStep) implements Serializable {

    /** Copies the lists. */
    public GridPlan {
        files = new ArrayList<>(files);
        arrays = new ArrayList<>(arrays);
    }

    /** Returns the number of units. */
    public long unitCount() {
        long count = 0;
        for (PlannedArray array : arrays) {
            count += unitsOf(array).size();
        }
        return count;
    }

    /** Returns a unit by its number, from 0. */
    public WorkUnit unit(long ordinal) {
        long rest = ordinal;
        for (int index = 0; index < arrays.size(); index++) {
            PlannedArray array = arrays.get(index);
            Window box = unitsOf(array);
            if (rest < box.size()) {
                return new WorkUnit(ordinal, index, chunks(array, box, rest));
            }
            rest -= box.size();
        }
        throw new IndexOutOfBoundsException("Cannot find unit " + ordinal + " of " + unitCount() + ".");
    }

    private static Window chunks(PlannedArray array, Window box, long rest) {
        long[] unit = new ChunkGrid(box.shape(), ones(box.rank())).index(rest);
        for (int axis = 0; axis < unit.length; axis++) {
            unit[axis] += box.start(axis);
        }
        return array.units().window(unit);
    }

    /** Returns the units of an array that hold a step to write, as a box of unit indexes. */
    private Window unitsOf(PlannedArray array) {
        ChunkGrid units = array.units();
        long[] counts = new long[units.rank()];
        for (int axis = 0; axis < counts.length; axis++) {
            counts[axis] = units.count(axis);
        }
        Window all = Window.whole(counts);
        if (firstStep == 0) {
            return all;
        }
        if (!array.hasTime()) {
            return all.with(0, 0, 0);
        }
        long firstUnit = firstStep / array.target().chunk()[0] / array.unitChunks()[0];
        return all.with(0, Math.min(firstUnit, all.end(0)), all.end(0));
    }

    private static long[] ones(int rank) {
        long[] ones = new long[rank];
        Arrays.fill(ones, 1);
        return ones;
    }
}
