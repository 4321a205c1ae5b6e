package dev.shoal.stage.zarr;

import dev.shoal.stage.Workers;

/** How much of a box of chunks a task may hold. */
final class TaskMemory {

    /** A box, what is read of it, what is encoded of it, and as much again for everything else. */
    private static final long SHARES = 8;

    private static final long LEAST_BYTES = 8L << 20;
    private static final long MOST_BYTES = 256L << 20;

    private TaskMemory() {}

    /** Returns the most bytes of a box of several chunks, by the memory and the cores of an executor. */
    static long boxBytes(Workers workers) {
        return Math.max(LEAST_BYTES, Math.min(MOST_BYTES, workers.heapBytes() / workers.cores() / SHARES));
    }
}
