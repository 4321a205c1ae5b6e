package dev.shoal.stage.zarr;

import java.io.Serializable;

/**
 * Steps of the store that come from one place.
 *
 * @param start first step in the store
 * @param end one past the last
 * @param file position of the file in the work's list, or {@link #STORE}
 * @param from the step there that is the first
 */
record Piece(long start, long end, int file, long from) implements Serializable {

    /** Stands for the store as it is. */
    static final int STORE = -1;

    /** Refuses what holds no step. */
    Piece {
        if (start < 0 || end <= start || from < 0) {
            throw new IllegalArgumentException(
                    "Cannot take steps " + start + " to " + end + " from step " + from + ".");
        }
    }

    /** Tells whether these are steps of the store that had other numbers before. */
    boolean isMoved() {
        return file == STORE && start != from;
    }

    /** Tells whether it shares a step with others. */
    boolean touches(long otherStart, long otherEnd) {
        return start < otherEnd && otherStart < end;
    }
}
