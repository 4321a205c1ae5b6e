package dev.shoal.stage.zarr;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Says of a piece of work, again and again, that somebody is at it, so that nobody else finishes it at the same time.
 *
 * <p>Whoever wonders looks whether the word changes; no clocks are compared. A word that stays the same for
 * {@value #SILENCE_SECONDS} seconds was left by a process that is gone.
 */
final class Heartbeat implements Closeable {

    /** So long may a process that is at work say nothing. */
    static final long SILENCE_SECONDS = 40;

    private static final long PERIOD_SECONDS = 3;

    private final WorkFolder folder;
    private final ScheduledExecutorService clock;
    private final String name = UUID.randomUUID().toString();
    private long count;
    private Optional<Future<?>> ticking = Optional.empty();

    /** Says nothing yet. */
    Heartbeat(WorkFolder folder) {
        this.folder = folder;
        this.clock = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "heartbeat");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Begins to say so. */
    void begin() throws IOException {
        folder.beat(name);
        ticking =
                Optional.of(clock.scheduleWithFixedDelay(this::beat, PERIOD_SECONDS, PERIOD_SECONDS, TimeUnit.SECONDS));
    }

    private void beat() {
        try {
            folder.beat(name + " " + ++count);
        } catch (IOException missed) { // The next one may come through; the work itself tells of a storage that fails.
            count++;
        }
    }

    /** Says no more; after a failure too, so that the next run need not wait. */
    @Override
    public void close() throws IOException {
        ticking.ifPresent(next -> next.cancel(false));
        clock.shutdown();
        try {
            clock.awaitTermination(PERIOD_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) { // Whoever interrupts wants an end.
            Thread.currentThread().interrupt();
        }
        folder.rest();
    }

    /** Waits until somebody is heard, or for as long as one at work may be silent. */
    static boolean isHeard(WorkFolder folder) throws IOException {
        String first = folder.beat().orElse("");
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SILENCE_SECONDS);
        while (!first.isEmpty() && System.nanoTime() < end) {
            try {
                TimeUnit.SECONDS.sleep(1);
            } catch (InterruptedException interrupted) { // Whoever interrupts is not to wait for others.
                Thread.currentThread().interrupt();
                return true;
            }
            String word = folder.beat().orElse("");
            if (!word.equals(first)) {
                return !word.isEmpty();
            }
        }
        return false;
    }
}
