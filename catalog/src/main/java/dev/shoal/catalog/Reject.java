package dev.shoal.catalog;

/**
 * A file that a stage could not take, and why.
 *
 * @param path full location with its scheme
 * @param dataset that has no use for it; empty where nothing can read it
 * @param sizeBytes length of the file, -1 where unknown
 * @param mtimeMicros time of its last change, microseconds since 1970 UTC
 * @param stage that refused it, such as {@code scan} or {@code read}
 * @param reason the whole message
 * @param run id of the run
 * @param atMicros when it was refused, microseconds since 1970 UTC
 */
public record Reject(
        String path,
        String dataset,
        long sizeBytes,
        long mtimeMicros,
        String stage,
        String reason,
        String run,
        long atMicros) {}
