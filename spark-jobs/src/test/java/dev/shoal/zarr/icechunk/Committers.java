package dev.shoal.zarr.icechunk;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Threads that commit to one repository at the same time. */
final class Committers {

    private Committers() {}

    /** What one of them does. */
    @FunctionalInterface
    interface Work {

        /** Does the work of the committer of a number. */
        void of(int writer) throws IOException;
    }

    /** Lets them work side by side to their ends; returns what went wrong. */
    static List<Throwable> failures(int writers, Work work) throws InterruptedException {
        List<Throwable> failures = new CopyOnWriteArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < writers; i++) {
            int writer = i;
            Thread thread = new Thread(() -> {
                try {
                    work.of(writer);
                } catch (IOException | RuntimeException failure) {
                    failures.add(failure);
                }
            });
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return failures;
    }
}
