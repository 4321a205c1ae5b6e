package dev.shoal.stage;

import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Tells again and again how far a piece of work is, and once more when it is closed. */
final class ProgressClock implements AutoCloseable {

    private static final long PERIOD_MILLIS = 250;

    private final Progress.Work work;
    private final LongSupplier units;
    private final LongSupplier bytes;
    private final ScheduledExecutorService clock;
    private Optional<Future<?>> ticking = Optional.empty();

    ProgressClock(Progress.Work work, LongSupplier units, LongSupplier bytes) {
        this.work = work;
        this.units = units;
        this.bytes = bytes;
        this.clock = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "progress");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Begins to tell. */
    void begin() {
        ticking =
                Optional.of(clock.scheduleAtFixedRate(this::tell, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS));
    }

    private void tell() {
        work.reached(units.getAsLong(), bytes.getAsLong());
    }

    @Override
    public void close() {
        ticking.ifPresent(next -> next.cancel(false));
        clock.shutdownNow();
        tell();
        work.close();
    }
}
