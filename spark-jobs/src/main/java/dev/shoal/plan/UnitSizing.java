package dev.shoal.plan;

import java.util.Arrays;

/**
 * Chooses how many chunks a unit takes so that the memory of a task stays under its budget, while a source field is
 * decoded as few times as the budget allows.
 *
 * @param horizontalAxes how many of the target's last axes are horizontal, 1 or 2
 * @param cellBytes bytes held for each cell of the target's unit
 * @param sourceCells cells of a whole source field
 * @param sourceCellBytes bytes held for each cell of the source window
 * @param chunkCellBytes bytes held for each cell of the one chunk that is on its way to the store
 * @param budgetBytes most that a unit may hold
 */
public record UnitSizing(
        int horizontalAxes,
        int cellBytes,
        long sourceCells,
        int sourceCellBytes,
        int chunkCellBytes,
        long budgetBytes) {

    /** Share by which a source window stands over its even part of the field: halo rows and slanted grids. */
    private static final double WINDOW_MARGIN = 1.5;

    /**
     * Returns the bytes that a unit of so many chunks holds.
     *
     * @param target the array
     * @param unitChunks chunks of the unit on each axis
     */
    public long bytes(ChunkGrid target, long[] unitChunks) {
        int rank = target.rank();
        double cells = 1;
        double share = 1;
        double chunk = 1;
        for (int axis = 0; axis < rank; axis++) {
            double length = Math.min((double) unitChunks[axis] * target.chunk()[axis], (double) target.shape()[axis]);
            cells *= length;
            chunk *= target.chunk()[axis];
            if (axis >= rank - horizontalAxes) {
                share *= length / Math.max(1.0, (double) target.shape()[axis]);
            }
        }
        double source = Math.min(1, share * WINDOW_MARGIN) * sourceCells * sourceCellBytes;
        return (long) (cells * cellBytes + source + chunk * chunkCellBytes);
    }

    /**
     * Chooses a unit: one chunk of time and of depth by the whole field, halved along y and then x until it fits.
     *
     * @throws IllegalArgumentException where a single chunk does not fit
     */
    public long[] choose(ChunkGrid target, String name) {
        int rank = target.rank();
        long[] unit = new long[rank];
        Arrays.fill(unit, 1);
        int rows = rank - horizontalAxes;
        for (int axis = rows; axis < rank; axis++) {
            unit[axis] = Math.max(1, target.count(axis));
        }
        while (bytes(target, unit) > budgetBytes) {
            int axis = unit[rows] > 1 ? rows : rank - 1;
            if (unit[axis] == 1) {
                throw new IllegalArgumentException("Cannot plan '" + name + "': one chunk of "
                        + Arrays.toString(target.chunk()) + " needs " + bytes(target, unit)
                        + " bytes in a task, the budget is "
                        + budgetBytes + ". Choose smaller chunks or a larger output.task-memory.");
            }
            unit[axis] = (unit[axis] + 1) / 2;
        }
        return unit;
    }
}
