package dev.shoal.catalog.table;

import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.iceberg.exceptions.ValidationException;
import org.apache.iceberg.jdbc.UncheckedSQLException;

/**
 * Repeats work that lost a race. Iceberg repeats a commit by itself while the write stays right on top of what others
 * committed; where it does not, because they may have written the same keys, the rows must be compared anew.
 */
final class Attempts {

    private static final int WRITES = 20;
    private static final int OPENINGS = 5;
    private static final long PAUSE_MILLIS = 50;
    private static final long LONGEST_PAUSE_MILLIS = 2_000;

    private final String what;
    private final int most;
    private final Predicate<RuntimeException> lostRace;

    private Attempts(String what, int most, Predicate<RuntimeException> lostRace) {
        this.what = what;
        this.most = most;
        this.lostRace = lostRace;
    }

    /** Attempts at a commit to a table. */
    static Attempts toWrite(String identifier) {
        return new Attempts("write " + identifier, WRITES, Attempts::lostCommit);
    }

    /** Attempts at the first use of a catalog, where several processes may each begin to lay out the database. */
    static Attempts toOpen(String catalog) {
        return new Attempts("open the catalog " + catalog, OPENINGS, UncheckedSQLException.class::isInstance);
    }

    <T> T until(Supplier<T> work) {
        for (int attempt = 1; attempt < most; attempt++) {
            try {
                return work.get();
            } catch (RuntimeException e) {
                if (!lostRace.test(e)) {
                    throw e;
                }
                pause(attempt, e);
            }
        }
        return work.get();
    }

    /** Iceberg has no exception of its own for a table that changes between the two scans of one MERGE. */
    private static boolean lostCommit(RuntimeException failure) {
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
                    "Cannot " + what + ": interrupted after " + attempt + " attempts that lost a race.", cause);
        }
    }
}
