package dev.shoal.cluster;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * The moment until which a start may take.
 *
 * @param timeout how long that was when it began
 * @param endNanos the moment on {@link System#nanoTime}'s clock
 */
record Deadline(Duration timeout, long endNanos) {
    private static final long PAUSE_MILLIS = 150;

    /** Something that becomes true. */
    @FunctionalInterface
    interface Condition {
        /** Whether it is true now. */
        boolean holds() throws InterruptedException;
    }

    /** A deadline that begins now. */
    static Deadline in(Duration timeout) {
        return new Deadline(timeout, System.nanoTime() + timeout.toNanos());
    }

    /** Waits until {@code condition} holds; gives up when one of {@code daemons} has ended or the time is over. */
    void await(List<Daemon> daemons, Condition condition) throws IOException, InterruptedException, ClusterException {
        while (!condition.holds()) {
            for (Daemon daemon : daemons) {
                if (daemon.process().isEmpty()) {
                    throw failure(daemon, "it ended");
                }
            }
            if (System.nanoTime() > endNanos) {
                throw failure(daemons.get(daemons.size() - 1), "it does not work after " + timeout.toSeconds() + " s");
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    private static ClusterException failure(Daemon daemon, String what) throws IOException {
        return new ClusterException("Cannot start " + daemon.name() + ": " + what + ". The end of its log, "
                + daemon.log() + ":\n" + daemon.logTail());
    }
}
