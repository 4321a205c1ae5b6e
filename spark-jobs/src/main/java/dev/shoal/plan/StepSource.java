package dev.shoal.plan;

import java.io.Serializable;

/**
 * Where one step of a target's time axis is found.
 *
 * @param file position in the plan's list of files, or -1 where no file has the step
 * @param step index along the file's own time axis
 */
public record StepSource(int file, int step) implements Serializable {

    /** A step that no file has: it is written as missing. */
    public static final StepSource ABSENT = new StepSource(-1, 0);

    /** Tells whether a file has the step. */
    public boolean isPresent() {
        return file >= 0;
    }
}
