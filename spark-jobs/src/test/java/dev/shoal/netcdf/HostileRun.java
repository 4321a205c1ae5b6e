package dev.shoal.netcdf;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Reads many damaged things by a few threads and keeps what became of each: values, a refusal, or a fault of ours,
 * which is any other exception or error, more processor time than a thing may take, and more memory than it may ask
 * for.
 */
public final class HostileRun {

    /** The time one thing may take: of the processor, because the machine may be busy. */
    private static final long MOST_SECONDS = 5;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** One damaged thing. */
    public interface Reading {

        /**
         * Reads it.
         *
         * @return what became of it, to be counted
         * @throws UnreadableException where all of it is refused
         */
        String read() throws IOException;
    }

    /** A reading, what to call it, and the bytes it may ask for in all. */
    public record Task(String name, long mostBytes, Reading reading) {}

    private record Cost(String name, long amount) {}

    private final ConcurrentLinkedQueue<Task> tasks;
    private final Map<String, Integer> outcomes = new TreeMap<>();
    private final List<String> faults = Collections.synchronizedList(new ArrayList<>());
    private Cost slowest = new Cost("", 0);
    private Cost largest = new Cost("", 0);

    /** Prepares a run of all these. */
    public HostileRun(List<Task> tasks) {
        this.tasks = new ConcurrentLinkedQueue<>(tasks);
    }

    /** A thread that reads one thing after the other. */
    private final class Worker extends Thread {
        private volatile @Nullable Task task;
        private volatile long started;
        private final AtomicBoolean given = new AtomicBoolean();

        Worker(int number) {
            super(null, null, "hostile-" + number, 1 << 20);
            setDaemon(true);
        }

        @Override
        public void run() {
            for (Task next = tasks.poll(); next != null && !given.get(); next = tasks.poll()) {
                started = THREADS.getCurrentThreadCpuTime();
                task = next;
                read(next);
                task = null;
            }
        }

        private void read(Task next) {
            long before = THREADS.getThreadAllocatedBytes(getId());
            String outcome;
            try {
                outcome = next.reading().read();
            } catch (UnreadableException e) {
                outcome = named(e, next);
            } catch (Throwable e) {
                outcome = "fault";
                fault(next, e.toString(), e.getStackTrace());
            }
            long time = THREADS.getCurrentThreadCpuTime() - started;
            long memory = THREADS.getThreadAllocatedBytes(getId()) - before;
            if (memory > next.mostBytes()) {
                fault(next, "asked for " + memory + " bytes, more than " + next.mostBytes(), new StackTraceElement[0]);
            }
            count(outcome, next.name(), time, memory);
        }

        /** Gives a thread up that takes too long; tells whether it did. */
        boolean late() {
            Task late = task;
            long cpu = THREADS.getThreadCpuTime(getId());
            if (late != null && cpu - started > TimeUnit.SECONDS.toNanos(MOST_SECONDS) && !given.getAndSet(true)) {
                fault(late, "takes longer than " + MOST_SECONDS + " s", getStackTrace());
                return true;
            }
            return false;
        }
    }

    private String named(UnreadableException refusal, Task task) {
        String message = String.valueOf(refusal.getMessage());
        if (!message.startsWith("Cannot ") || !message.endsWith(".")) {
            fault(task, "a refusal that is no sentence: " + message, refusal.getStackTrace());
        }
        return "refused";
    }

    private void fault(Task task, String what, StackTraceElement[] trace) {
        StringBuilder text = new StringBuilder(task.name()).append(": ").append(what);
        Arrays.stream(trace).limit(14).forEach(line -> text.append("\n    ").append(line));
        faults.add(text.toString());
    }

    private synchronized void count(String outcome, String name, long time, long memory) {
        outcomes.merge(outcome, 1, Integer::sum);
        slowest = Collections.max(List.of(slowest, new Cost(name, time)), Comparator.comparingLong(Cost::amount));
        largest = Collections.max(List.of(largest, new Cost(name, memory)), Comparator.comparingLong(Cost::amount));
    }

    /** Reads all, and returns the faults found. */
    public List<String> run(int threads) throws InterruptedException {
        List<Worker> workers = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            workers.add(started(i));
        }
        while (!workers.isEmpty()) {
            Worker first = workers.get(0);
            first.join(50);
            workers.removeIf(worker -> !worker.isAlive());
            for (Worker late : workers.stream().filter(Worker::late).toList()) {
                workers.remove(late);
                workers.add(started(workers.size()));
            }
        }
        return faults;
    }

    private Worker started(int number) {
        Worker worker = new Worker(number);
        worker.start();
        return worker;
    }

    /** Tells what became of all. */
    @Override
    public synchronized String toString() {
        return "outcomes " + outcomes + ", faults " + faults.size() + ", slowest "
                + TimeUnit.NANOSECONDS.toMillis(slowest.amount()) + " ms (" + slowest.name() + "), most memory "
                + (largest.amount() >> 20) + " MB (" + largest.name() + ")";
    }
}
