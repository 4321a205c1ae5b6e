package dev.shoal.stage;

import dev.shoal.plan.PlannedArray;

/** The memory that a unit's source window takes, once its weights have told what it is. */
final class UnitMemory {

    /** Bytes held for each cell of a source window: as stored, decoded, judged, and its flags. */
    static final int SOURCE_BYTES = 3 * Double.BYTES + 2;

    private static final int MOST_LENGTH = Integer.MAX_VALUE - 8;

    private UnitMemory() {}

    /**
     * Returns how many steps may be read at once, as planned or fewer.
     *
     * @param windowCells of the source window of one level
     * @param taskBytes most that the task may hold
     * @throws StageException where a single step is too much
     */
    static int batchSteps(PlannedArray array, UnitBlock block, long windowCells, long taskBytes) {
        long stepCells = Math.max(1, windowCells * block.levels());
        long room = taskBytes - block.bytes();
        long fits = Math.min(room / (stepCells * SOURCE_BYTES), MOST_LENGTH / stepCells);
        if (fits < 1) {
            throw StageException.configuration("Cannot work on '" + array.name() + "' in a task: one step of the source"
                    + " cells that target cells " + block.horizontal() + " need takes " + stepCells * SOURCE_BYTES
                    + " bytes beside the " + block.bytes() + " of the target's, expected at most " + taskBytes
                    + " together. Give tasks more memory, or choose smaller chunks.");
        }
        return (int) Math.min(array.batchSteps(), fits);
    }
}
