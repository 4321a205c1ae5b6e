package dev.shoal.regrid;

import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/** Does parts of a work in several threads. What a part does must not depend on the other parts. */
final class Parallel {

    private Parallel() {}

    /**
     * Does every part, each once; returns when all are done. A failure ends the work and is thrown.
     *
     * @param threads from 1; with 1 everything is done in the caller's thread
     * @param parts how many there are; a thread that has done one takes the next
     */
    static void each(int threads, int parts, IntConsumer part) {
        check(threads);
        int workers = Math.min(threads, parts);
        if (workers <= 1) {
            for (int k = 0; k < parts; k++) {
                part.accept(k);
            }
            return;
        }
        AtomicInteger next = new AtomicInteger();
        Runnable worker = () -> {
            for (int k = next.getAndIncrement(); k < parts; k = next.getAndIncrement()) {
                part.accept(k);
            }
        };
        ExecutorService pool = Executors.newFixedThreadPool(workers - 1, Parallel::daemon);
        try {
            CompletableFuture<?>[] others = new CompletableFuture<?>[workers - 1];
            Arrays.setAll(others, k -> CompletableFuture.runAsync(worker, pool));
            worker.run();
            CompletableFuture.allOf(others).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw e;
        } finally {
            next.set(parts);
            pool.shutdown();
        }
    }

    /** Returns the first of the numbers of one of several parts that {@code size} numbers are split into. */
    static int start(int size, int parts, int part) {
        return (int) ((long) size * part / parts);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "shoal-regrid");
        thread.setDaemon(true);
        return thread;
    }

    /** Refuses to work in no thread. */
    static void check(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException(
                    "Cannot work in " + threads + " threads, expected at least one. Ask for 1 or more.");
        }
    }
}
