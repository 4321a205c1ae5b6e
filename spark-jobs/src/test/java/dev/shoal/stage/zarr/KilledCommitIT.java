package dev.shoal.stage.zarr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shoal.stage.Progress;
import dev.shoal.stage.StageException;
import dev.shoal.testing.FaultyNetwork;
import dev.shoal.testing.ObjectStore;
import dev.shoal.testing.SessionSettings;
import dev.shoal.testing.SharedSpark;
import dev.shoal.zarr.OutsideProgram;
import dev.shoal.zarr.icechunk.GarbageCollection;
import dev.shoal.zarr.icechunk.IcechunkRepository;
import dev.shoal.zarr.icechunk.SnapshotInfo;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileSystem;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Law 3 for commits to an Icechunk repository in S3: after so many requests that change something a job loses touch
 * with the storage for good. Readers see the commit before or the whole of the next, the same job again makes one
 * commit, and once garbage is collected nothing tells that a job was killed. As many times as {@link KillLaw#kills}.
 */
class KilledCommitIT {

    private static final List<String> KINDS = List.of("snapshots", "manifests", "transactions", "chunks");

    @TempDir
    static Path folder;

    private static List<String> first = List.of();
    private static List<String> later = List.of();

    private final SessionSettings settings = new SessionSettings();
    private ObjectStore objects;

    @BeforeAll
    static void makeFiles() throws Exception {
        OutsideProgram.requirePython();
        first = DayFiles.make(folder.resolve("first"), 0, 5, 1);
        later = DayFiles.make(folder.resolve("later"), 4, 6, 1);
    }

    @BeforeEach
    void startServer() throws IOException {
        Files.createDirectories(folder.resolve("s3"));
        objects = ObjectStore.start(folder.resolve("s3"));
        objects.s3Uri("commits");
        objects.hadoopProperties().forEach(settings::set);
        settings.set("fs.s3a.impl.disable.cache", "false");
        settings.set("fs.s3a.attempts.maximum", "1");
        settings.set("fs.s3a.retry.limit", "0");
    }

    /** The session is shared with other tests. */
    @AfterEach
    void stopServer() throws IOException {
        begin(objects.endpoint());
        objects.close();
        settings.putBack();
    }

    /** Begins another life: what is left of the last has closed file systems. */
    private void begin(String endpoint) throws IOException {
        FileSystem.get(URI.create("s3a://commits"), SessionSettings.conf()).close();
        settings.set("fs.s3a.endpoint", endpoint);
    }

    private static void send(String store) {
        new SendJob(SharedSpark.session(), DayFiles.request(first, store, 4), Progress.NONE).run();
    }

    private static void update(String store) {
        new UpdateJob(SharedSpark.session(), StoreRequest.of(later, store), Progress.NONE).run();
    }

    @Test
    void aSentCommitIsThereWholeOrNotAtAll() throws Exception {
        law("send", store -> {}, KilledCommitIT::send);
    }

    @Test
    void anUpdateIsTheOldCommitOrTheNew() throws Exception {
        law("update", KilledCommitIT::send, KilledCommitIT::update);
    }

    private void law(String name, KillLaw.Job before, KillLaw.Job job) throws IOException {
        String whole = "s3a://commits/" + name + "-whole";
        before.run("icechunk:" + whole);
        Optional<StoreView> old = view(whole);
        long changes;
        try (FaultyNetwork network = FaultyNetwork.to(objects.endpoint(), 0)) {
            begin(network.endpoint());
            job.run("icechunk:" + whole);
            changes = Long.MAX_VALUE - network.changesLeft();
        }
        begin(objects.endpoint());
        Optional<StoreView> after = view(whole);
        Map<String, Long> left = left(whole);
        SoftAssertions failures = new SoftAssertions();
        long[] kills = KillLaw.kills(name, 1, changes);
        System.out.println(name + " to a commit: " + changes + " changes, killed " + kills.length + " times");
        for (long at : kills) {
            String root = "s3a://commits/" + name + "-" + at;
            String when = name + " to a commit, killed after change " + at + " of " + changes;
            before.run("icechunk:" + root);
            try (FaultyNetwork network = FaultyNetwork.to(objects.endpoint(), 0)) {
                begin(network.endpoint());
                network.endAfter(at);
                when += dies(job, "icechunk:" + root) ? "" : ": too late";
            }
            begin(objects.endpoint());
            requireLaw(root, old, after, left, job, when, failures);
        }
        failures.assertAll();
    }

    private static boolean dies(KillLaw.Job job, String store) {
        try {
            job.run(store);
            return false;
        } catch (StageException | IOException dead) {
            return true;
        }
    }

    private static void requireLaw(
            String root,
            Optional<StoreView> old,
            Optional<StoreView> after,
            Map<String, Long> left,
            KillLaw.Job job,
            String when,
            SoftAssertions failures) {
        failures.check(() -> {
            Optional<StoreView> seen = view(root);
            boolean begun = old.isEmpty()
                    && seen.filter(view -> view.arrays().size() == 1).isPresent();
            assertThat(begun || seen.equals(old) || seen.equals(after))
                    .as("%s: readers see %s", when, seen)
                    .isTrue();
            job.run("icechunk:" + root);
            assertThat(view(root)).as(when).isEqualTo(after);
            assertThat(problems(root)).as(when).isEmpty();
            assertThat(left(root)).as(when).isEqualTo(left);
        });
    }

    private static Optional<StoreView> view(String root) throws IOException {
        return StoreView.of(root, SessionSettings.conf());
    }

    private static List<String> problems(String root) {
        return new CheckJob(SharedSpark.session(), root, Progress.NONE)
                .run(CheckJob.Depth.CHUNKS)
                .problems();
    }

    /** Returns what a repository holds once garbage is collected: messages of commits, objects by kind and size. */
    private static Map<String, Long> left(String root) throws IOException {
        IcechunkRepository repository = IcechunkRepository.open(root, SessionSettings.conf());
        new GarbageCollection(repository, Instant.now().plus(Duration.ofHours(1))).run();
        Map<String, Long> left = new TreeMap<>();
        for (SnapshotInfo commit : repository.history("main")) {
            left.merge("commit " + commit.message(), 1L, Long::sum);
        }
        Path files = folder.resolve("s3").resolve(root.substring("s3a://".length()));
        for (String kind : KINDS) {
            List<Path> all = new ArrayList<>();
            try (Stream<Path> found = Files.walk(files.resolve(kind))) {
                found.filter(Files::isRegularFile).forEach(all::add);
            }
            for (Path object : all) {
                left.merge(kind + (kind.equals("chunks") ? " " + DayFiles.text(object) : ""), 1L, Long::sum);
            }
        }
        return left;
    }
}
