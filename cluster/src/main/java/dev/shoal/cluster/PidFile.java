package dev.shoal.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The process behind a daemon: its number and when it started. The two together tell our process from a later one that
 * was given the same number.
 *
 * @param file where the two are kept
 */
record PidFile(Path file) {
    /** The system's clock may be set between two looks at the same process. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(5);

    private static final Duration CHILD_GRACE = Duration.ofSeconds(2);

    /** Notes a process that was just started. */
    void write(ProcessHandle process) throws IOException {
        Instant started = process.info().startInstant().orElseGet(Instant::now);
        PrivateFile.write(file, process.pid() + " " + started.toEpochMilli() + "\n");
    }

    /** The noted process, if it is alive and the same one. */
    Optional<ProcessHandle> process() throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        String[] words = Files.readString(file).strip().split(" ", -1);
        if (words.length != 2 || !words[0].matches("\\d{1,9}") || !words[1].matches("\\d{1,15}")) {
            return Optional.empty();
        }
        Instant noted = Instant.ofEpochMilli(Long.parseLong(words[1]));
        return ProcessHandle.of(Long.parseLong(words[0]))
                .filter(ProcessHandle::isAlive)
                .filter(process -> startedAt(process, noted));
    }

    /**
     * Asks the process and its children to end, makes those end that have not after {@code grace}, and forgets the
     * process.
     */
    void end(Duration grace) throws IOException {
        Optional<ProcessHandle> process = process();
        if (process.isPresent()) {
            List<ProcessHandle> children = process.get().descendants().toList();
            process.get().destroy();
            await(process.get(), grace);
            for (ProcessHandle child : children) {
                child.destroy();
                await(child, CHILD_GRACE);
            }
        }
        Files.deleteIfExists(file);
    }

    private static void await(ProcessHandle process, Duration grace) {
        CompletableFuture<ProcessHandle> exit = process.onExit();
        try {
            exit.get(grace.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            process.destroyForcibly();
            exit.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Cannot wait for the end of process " + process.pid(), e);
        }
    }

    private static boolean startedAt(ProcessHandle process, Instant noted) {
        return process.info()
                .startInstant()
                .map(started -> Duration.between(noted, started).abs().compareTo(CLOCK_TOLERANCE) <= 0)
                .orElse(false);
    }
}
