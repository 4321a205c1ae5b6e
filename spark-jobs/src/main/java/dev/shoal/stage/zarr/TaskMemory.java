package dev.shoal.stage.zarr;

import dev.shoal.plan.BoxBudget;
import dev.shoal.stage.Workers;

/** How much of a box of chunks a task may hold. */
final class TaskMemory {

    /** A box; what is read of it and encoded of it, chunk by chunk; and as much again for everything else. */
    private static final long SHARES = 3;

    private static final long LEAST_BYTES = 8L << 20;
    private static final long MOST_BYTES = 512L << 20;

    private TaskMemory() {}

    /** Returns what boxes may take, by the memory and the cores of a process that works. */
    static BoxBudget boxes(Workers workers) {
        long bytes = Math.max(LEAST_BYTES, Math.min(MOST_BYTES, workers.heapBytes() / workers.cores() / SHARES));
        return new BoxBudget(bytes, workers.parallelism());
    }
}
