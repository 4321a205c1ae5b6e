package dev.shoal.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Pieces of driver work that do not wait for each other, such as small writes to several tables. The first failure is
 * thrown where they are awaited; none is lost.
 */
final class SideBySide implements AutoCloseable {

    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "shoal-side-by-side");
        thread.setDaemon(true);
        return thread;
    });
    private final List<Future<?>> pieces = new ArrayList<>();

    /** Runs pieces side by side and returns when all have ended. */
    static void run(Runnable... pieces) {
        try (SideBySide together = new SideBySide()) {
            for (Runnable piece : pieces) {
                together.start(piece);
            }
            together.await();
        }
    }

    /** Starts a piece. */
    void start(Runnable piece) {
        pieces.add(threads.submit(piece));
    }

    /**
     * Waits until every piece has ended; throws what the first that failed has thrown, the others' failures with it.
     */
    void await() {
        List<Throwable> failures = new ArrayList<>();
        for (Future<?> piece : pieces) {
            try {
                piece.get();
            } catch (ExecutionException error) {
                failures.add(error.getCause() == null ? error : error.getCause());
            } catch (InterruptedException error) {
                Thread.currentThread().interrupt();
                failures.add(error);
            }
        }
        pieces.clear();
        if (failures.isEmpty()) {
            return;
        }
        Throwable first = failures.get(0);
        failures.stream().skip(1).forEach(first::addSuppressed);
        if (first instanceof RuntimeException failure) {
            throw failure;
        }
        if (first instanceof Error failure) {
            throw failure;
        }
        throw new IllegalStateException("Cannot finish what was started side by side.", first);
    }

    /** Waits for what still runs, since the session that it needs may be stopped next. */
    @Override
    public void close() {
        threads.shutdown();
        try {
            while (!threads.awaitTermination(1, TimeUnit.MINUTES)) {
                Thread.onSpinWait();
            }
        } catch (InterruptedException error) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
