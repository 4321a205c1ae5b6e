package dev.shoal.plan;

import java.io.Serializable;

/**
 * What a rechunk may take.
 *
 * @param taskBytes most that a task may hold in memory
 * @param cores tasks that run at a time
 * @param diskBytes most that Spark may put on local disks on the way
 */
public record RechunkBudget(long taskBytes, int cores, long diskBytes) implements Serializable {

    /** Refuses budgets of nothing. */
    public RechunkBudget {
        if (taskBytes < 1 || cores < 1 || diskBytes < 0) {
            throw new IllegalArgumentException("Cannot plan with " + taskBytes + " bytes a task, " + cores
                    + " cores and " + diskBytes + " bytes of disk, expected at least 1, 1 and 0.");
        }
    }

    /** Makes a budget without a bound on local disks. */
    public RechunkBudget(long taskBytes, int cores) {
        this(taskBytes, cores, Long.MAX_VALUE);
    }
}
