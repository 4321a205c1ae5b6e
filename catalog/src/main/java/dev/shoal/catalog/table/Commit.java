package dev.shoal.catalog.table;

import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongSupplier;
import org.apache.iceberg.exceptions.ValidationException;

/**
 * Repeats a write that lost a race. Iceberg repeats a commit by itself while the write stays right on top of what
 * others committed; where it does not, because they may have written the same keys, the rows must be compared anew.
 */
final class Commit {

    private static final int ATTEMPTS = 20;
    private static final long PAUSE_MILLIS = 50;
    private static final long LONGEST_PAUSE_MILLIS = 2_000;

    private final String identifier;

    Commit(String identifier) {
        this.identifier = identifier;
    }

    long until(LongSupplier write) {
        for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
            try {
                return write.getAsLong();
            } catch (ValidationException | IllegalStateException e) {
                if (!lostRace(e)) {
                    throw e;
                }
                pause(attempt, e);
            }
        }
        return write.getAsLong();
    }

    /** Iceberg has no exception of its own for a table that changes between the two scans of one MERGE. */
    private static boolean lostRace(RuntimeException failure) {
        return failure instanceof ValidationException
                || String.valueOf(failure.getMessage()).contains("the table has been concurrently modified");
    }

    private void pause(int attempt, RuntimeException cause) {
        long longest = Math.min(LONGEST_PAUSE_MILLIS, PAUSE_MILLIS << attempt);
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(PAUSE_MILLIS, longest + 1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(
                    "Cannot write " + identifier + ": interrupted after " + attempt + " attempts that lost a race.",
                    cause);
        }
    }
}
