package dev.shoal.plan;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * One array of the target, where its steps come from, and how its chunks are shared out: a unit is a box of whole
 * chunks, and every chunk belongs to exactly one unit.
 *
 * @param name of the variable
 * @param layout of the source's axes
 * @param timeAxis position of time among the target's axes, or -1; the last are y and x, or the cells alone where the
 *     target has no rows
 * @param verticalAxis position of the vertical axis among the target's axes, or -1
 * @param steps where each step of the target is found, one for an array without time; {@link StepSource#ABSENT} for
 *     none
 * @param target the array's shape and chunks
 * @param batchSteps steps that are read at once, so that a storage chunk that holds several is decoded once
 * @param unitChunks number of chunks of a unit on each axis
 */
public record PlannedArray(
        String name,
        FieldLayout layout,
        int timeAxis,
        int verticalAxis,
        List<StepSource> steps,
        ChunkGrid target,
        int batchSteps,
        long[] unitChunks)
        implements Serializable {

    /** Refuses units of another rank than the array's, and a number of steps that is not that of the array. */
    public PlannedArray {
        unitChunks = unitChunks.clone();
        steps = new ArrayList<>(steps);
        if (unitChunks.length != target.rank()) {
            throw new IllegalArgumentException("Cannot plan '" + name + "': units have rank " + unitChunks.length
                    + ", expected " + target.rank() + ".");
        }
        long expected = timeAxis < 0 ? 1 : target.shape()[timeAxis];
        if (steps.size() != expected) {
            throw new IllegalArgumentException(
                    "Cannot plan '" + name + "': found " + steps.size() + " steps, expected " + expected + ".");
        }
    }

    /** Tells whether the array has a time axis. */
    public boolean hasTime() {
        return timeAxis >= 0;
    }

    /** Tells whether the target's cells lie in rows; else its last axis is that of all its cells. */
    public boolean hasRows() {
        return horizontalAxes() == 2;
    }

    /** Returns how many of the last axes are horizontal, 1 or 2. */
    public int horizontalAxes() {
        return target.rank() - (timeAxis < 0 ? 0 : 1) - (verticalAxis < 0 ? 0 : 1);
    }

    /** Returns the units as a division of the array's chunk indexes. */
    public ChunkGrid units() {
        long[] counts = new long[target.rank()];
        for (int axis = 0; axis < counts.length; axis++) {
            counts[axis] = target.count(axis);
        }
        return new ChunkGrid(counts, unitChunks);
    }

    /** Returns the cells of the target that a box of chunk indexes covers. */
    public Window cells(Window chunks) {
        long[] start = new long[chunks.rank()];
        long[] end = new long[chunks.rank()];
        for (int axis = 0; axis < chunks.rank(); axis++) {
            start[axis] = chunks.start(axis) * target.chunk()[axis];
            end[axis] = Math.min(chunks.end(axis) * target.chunk()[axis], target.shape()[axis]);
        }
        return new Window(start, end);
    }
}
