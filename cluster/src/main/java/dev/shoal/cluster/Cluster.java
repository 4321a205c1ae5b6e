package dev.shoal.cluster;

import dev.shoal.cluster.ClusterStatus.State;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Starts, stops and looks at the cluster of one data folder. Programs that do so at the same time exclude each other.
 */
final class Cluster {
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final ClusterFolder folder;
    private final SparkHome home;
    private final Probe probe = new Probe();

    Cluster(ClusterFolder folder, SparkHome home) {
        this.folder = folder;
        this.home = home;
    }

    /**
     * Starts what does not live and waits until all works. A cluster that lives in part keeps its ports and keys. Where
     * a new cluster cannot be started, no process of it is left.
     *
     * @param changes settings other than the default, by their names
     * @param timeout how long to wait
     */
    ClusterStatus start(Map<String, String> changes, Duration timeout)
            throws IOException, InterruptedException, ClusterException {
        folder.create();
        FolderLock lock = FolderLock.take(folder);
        try (lock) {
            Optional<ClusterSettings> running = running();
            ClusterSettings settings = running.isPresent()
                    ? unchanged(running.get(), changes)
                    : ClusterSettings.DEFAULT.with(changes).resolved();
            try {
                bringUp(new Daemons(folder, home, settings), Deadline.in(timeout));
            } catch (ClusterException e) {
                if (running.isEmpty()) {
                    end();
                }
                throw e;
            }
            return status();
        }
    }

    /** Ends all processes, and forgets ports and keys. Objects, logs and event logs stay. */
    void stop() throws IOException, ClusterException {
        if (Files.isDirectory(folder.pids())) {
            FolderLock lock = FolderLock.take(folder);
            try (lock) {
                end();
            }
        }
    }

    /** Looks at every process and asks the master and the S3 server whether they work. */
    ClusterStatus status() throws IOException, InterruptedException, ClusterException {
        Optional<ClusterSettings> running = running();
        if (running.isEmpty()) {
            return ClusterStatus.stopped(folder);
        }
        ClusterSettings settings = running.get();
        List<DaemonStatus> daemons = new ArrayList<>();
        for (Daemon daemon : new Daemons(folder, home, settings).all()) {
            daemons.add(new DaemonStatus(daemon.name(), daemon.process().map(ProcessHandle::pid), daemon.log()));
        }
        int registered = probe.registeredWorkers(settings).orElse(0);
        boolean healthy = daemons.stream().allMatch(daemon -> daemon.pid().isPresent())
                && registered >= settings.workers()
                && probe.objectStoreAnswers(settings);
        return new ClusterStatus(healthy ? State.RUNNING : State.DEGRADED, folder, settings, daemons, registered);
    }

    private Optional<ClusterSettings> running() throws IOException, ClusterException {
        Optional<ClusterSettings> known = ClusterSettings.read(folder.settings());
        if (known.isPresent()) {
            for (Daemon daemon : new Daemons(folder, home, known.get()).all()) {
                if (daemon.process().isPresent()) {
                    return known;
                }
            }
        }
        return Optional.empty();
    }

    private ClusterSettings unchanged(ClusterSettings running, Map<String, String> changes) throws ClusterException {
        if (!running.with(changes).equals(running)) {
            throw new ClusterException("Cannot start the cluster of " + folder.data() + " with " + changes
                    + ": it runs with other settings. Stop it first.");
        }
        return running;
    }

    private void bringUp(Daemons daemons, Deadline deadline)
            throws IOException, InterruptedException, ClusterException {
        ClusterSettings settings = daemons.settings();
        List<Daemon> all = daemons.all();
        new ConfigurationFiles(folder, settings).write();
        Files.createDirectories(folder.objects().resolve("shoal"));
        daemons.objectStore().start();
        daemons.master().start();
        deadline.await(all.subList(0, 1), () -> probe.objectStoreAnswers(settings));
        deadline.await(
                all.subList(1, 2), () -> probe.registeredWorkers(settings).isPresent());
        for (Daemon worker : daemons.workers()) {
            worker.start();
        }
        deadline.await(all, () -> probe.registeredWorkers(settings).orElse(0) >= settings.workers());
    }

    /** Workers first: a worker that loses its master waits for it to come back. */
    private void end() throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder.pids(), "*.pid")) {
            found.forEach(files::add);
        }
        files.sort(Comparator.comparing(Path::getFileName).reversed());
        for (Path file : files) {
            new PidFile(file).end(GRACE);
        }
        new ConfigurationFiles(folder, ClusterSettings.DEFAULT).delete();
    }
}
