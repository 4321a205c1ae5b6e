package dev.shoal.stage;

/** Counts what tasks have done, for showing progress only: a task that is run twice counts twice. */
@FunctionalInterface
public interface TaskCounts {

    /**
     * Adds to both counts.
     *
     * @param units that were done
     * @param bytes that were read for them, decoded
     */
    void add(long units, long bytes);
}
