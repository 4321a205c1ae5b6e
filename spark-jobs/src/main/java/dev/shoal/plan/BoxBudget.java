package dev.shoal.plan;

import java.io.Serializable;

/**
 * What the boxes of chunks that tasks write may take.
 *
 * @param bytes most bytes of a box of several chunks, decoded
 * @param cores tasks that run at a time
 */
public record BoxBudget(long bytes, int cores) implements Serializable {

    /** Refuses budgets of nothing. */
    public BoxBudget {
        if (bytes < 1 || cores < 1) {
            throw new IllegalArgumentException("Cannot plan with boxes of " + bytes + " bytes and " + cores
                    + " cores, expected at least 1 of each.");
        }
    }
}
