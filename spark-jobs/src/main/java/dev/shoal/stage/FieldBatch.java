package dev.shoal.stage;

import dev.shoal.plan.Window;

/**
 * Steps that follow each other in one file and are read at once.
 *
 * @param file position in the plan's list of files
 * @param firstTarget step of the target that the first of them becomes
 * @param steps range of the file's own steps
 */
record FieldBatch(int file, int firstTarget, Window steps) {

    /** Returns the number of steps. */
    int count() {
        return (int) steps.length(0);
    }
}
