package dev.shoal.stage;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import org.apache.hadoop.conf.Configuration;

/**
 * Runs tasks in threads of this process. After the first failure no task begins; those that have begun come to their
 * end before it is told, so that nothing is at work any more then.
 */
final class LocalTasks {

    private final LongAdder units = new LongAdder();
    private final LongAdder bytes = new LongAdder();
    private final AtomicBoolean failed = new AtomicBoolean();
    private final Configuration conf;

    private LocalTasks(Configuration conf) {
        this.conf = conf;
    }

    /**
     * Runs a task over shares, a few at a time.
     *
     * @return what came of each, in order
     * @throws IOException the first failure, in order of the shares
     */
    static <S, R> List<R> run(
            Load load, Progress progress, int threads, List<S> shares, Task<S, R> task, Configuration conf)
            throws IOException {
        LocalTasks tasks = new LocalTasks(conf);
        try (ProgressClock clock =
                new ProgressClock(progress.begin(load.what(), load.units()), tasks.units::sum, tasks.bytes::sum)) {
            clock.begin();
            return tasks.all(threads, shares, task);
        }
    }

    private <S, R> List<R> all(int threads, List<S> shares, Task<S, R> task) throws IOException {
        List<Callable<Optional<R>>> calls = new ArrayList<>();
        for (S share : shares) {
            calls.add(() -> done(share, task));
        }
        ExecutorService pool = Executors.newFixedThreadPool(Math.max(1, Math.min(threads, shares.size())), call -> {
            Thread thread = new Thread(call, "task");
            thread.setDaemon(true);
            return thread;
        });
        try {
            return results(pool.invokeAll(calls));
        } catch (InterruptedException interrupted) { // Whoever interrupts wants an end.
            failed.set(true);
            Thread.currentThread().interrupt();
            InterruptedIOException told =
                    new InterruptedIOException("Cannot wait for the end of the work: interrupted");
            told.initCause(interrupted);
            throw told;
        } finally {
            pool.shutdown();
        }
    }

    /** Does a share; nothing where another has failed. */
    private <S, R> Optional<R> done(S share, Task<S, R> task) throws IOException {
        if (failed.get()) {
            return Optional.empty();
        }
        boolean whole = false;
        try {
            R result = task.run(share, conf, this::add);
            whole = true;
            return Optional.of(result);
        } finally {
            if (!whole) {
                failed.set(true);
            }
        }
    }

    private void add(long moreUnits, long moreBytes) {
        units.add(moreUnits);
        bytes.add(moreBytes);
    }

    private static <R> List<R> results(List<Future<Optional<R>>> futures) throws IOException, InterruptedException {
        List<R> results = new ArrayList<>();
        for (Future<Optional<R>> future : futures) {
            try {
                future.get().ifPresent(results::add);
            } catch (ExecutionException failure) {
                throw cause(failure);
            }
        }
        return results;
    }

    /** Returns an exception that may be thrown as it is; an error is thrown here. */
    private static IOException cause(ExecutionException failure) {
        if (failure.getCause() instanceof IOException known) {
            return known;
        }
        if (failure.getCause() instanceof RuntimeException bug) {
            throw bug;
        }
        if (failure.getCause() instanceof Error error) {
            throw error;
        }
        throw new IllegalStateException(failure);
    }
}
