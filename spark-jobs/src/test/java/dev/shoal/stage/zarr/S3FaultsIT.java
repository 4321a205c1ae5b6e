package dev.shoal.stage.zarr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shoal.stage.Progress;
import dev.shoal.stage.StageException;
import dev.shoal.testing.FaultyNetwork;
import dev.shoal.testing.FaultyNetwork.Fault;
import dev.shoal.testing.ObjectStore;
import dev.shoal.testing.SessionSettings;
import dev.shoal.testing.SharedSpark;
import dev.shoal.zarr.OutsideProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Law 3 on an S3 server behind a bad network: whatever goes wrong, readers see the old or the new, and the same command
 * comes to the bytes that a good network gives. By {@code -Dshoal.faults=N} so many times, else once.
 */
class S3FaultsIT {

    private static final int ROUNDS = Integer.getInteger("shoal.faults", 1);
    private static final int MOST_TRIES = 20;

    @TempDir
    static Path folder;

    private static List<String> first = List.of();
    private static List<String> later = List.of();

    private ObjectStore objects;
    private final List<String> told = new ArrayList<>();
    private final SessionSettings settings = new SessionSettings();

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
    }

    /** The session is shared with other tests. */
    @AfterEach
    void stopServer() throws IOException {
        objects.close();
        settings.putBack();
    }

    /** A job from a store to another; some need but one. */
    @FunctionalInterface
    private interface Job {
        void run(String from, String to) throws IOException;
    }

    private static void send(String from, String store) {
        new SendJob(SharedSpark.session(), DayFiles.request(first, store, 4), Progress.NONE).run();
    }

    private static void update(String from, String store) {
        new UpdateJob(SharedSpark.session(), StoreRequest.of(later, store), Progress.NONE).run();
    }

    private static void rechunk(String from, String store) throws IOException {
        RechunkRequest request =
                new RechunkRequest(from, store, Map.of("time", 10L, "lat", 4L), List.of(), 4 << 20, Optional.empty());
        new RechunkStage(SharedSpark.session(), Progress.NONE)
                .run(RechunkLayout.plan(request, SessionSettings.conf(), 4));
    }

    @Test
    void whateverGoesWrongTheStoreIsTheOldOrTheNewAndIsFinished() throws Exception {
        objects.hadoopProperties().forEach(settings::set);
        settings.set("fs.s3a.impl.disable.cache", "false"); // One client for each bucket: the names are new.
        String good = objects.s3Uri("faults-none");
        send("", good + "/a.zarr");
        update("", good + "/a.zarr");
        rechunk(good + "/a.zarr", good + "/b.zarr");
        Map<Fault, Integer> all = new EnumMap<>(Fault.class);
        for (int round = 0; round < ROUNDS; round++) {
            String bucket = objects.s3Uri("faults-" + round);
            try (FaultyNetwork network = FaultyNetwork.to(objects.endpoint(), round)) {
                settings.set("fs.s3a.endpoint", network.endpoint());
                settings.set("fs.s3a.attempts.maximum", String.valueOf(1 + round % 3));
                settings.set("fs.s3a.retry.limit", String.valueOf(1 + round % 4));
                settings.set("fs.s3a.retry.interval", "20ms");
                settings.set("fs.s3a.retry.throttle.interval", "20ms");
                network.fail(0.15, Fault.values());
                law(bucket, "/a.zarr", S3FaultsIT::send, network);
                law(bucket, "/a.zarr", S3FaultsIT::update, network);
                requireSame("faults-" + round, "a.zarr");
                law(bucket, "/b.zarr", S3FaultsIT::rechunk, network);
                requireSame("faults-" + round, "b.zarr");
                network.happened().forEach((fault, times) -> all.merge(fault, times, Integer::sum));
            }
        }
        System.out.println("requests by what went wrong: " + all + "; runs that gave up: " + told.size());
        told.stream().distinct().limit(40).forEach(System.out::println);
        assertThat(all.keySet()).contains(Fault.BUSY, Fault.LOST_ANSWER);
    }

    private void law(String bucket, String store, Job job, FaultyNetwork network) throws IOException {
        Configuration direct = objects.hadoopConf();
        Optional<StoreView> old = StoreView.of(bucket + store, direct);
        List<Optional<StoreView>> seen = new ArrayList<>();
        for (int attempt = 1; ; attempt++) {
            try {
                job.run(bucket + "/a.zarr", bucket + store);
                break;
            } catch (StageException | IOException gaveUp) {
                assertThat(gaveUp.getMessage()).startsWith("Cannot ");
                told.add(gaveUp.getMessage());
                if (!isPlacing(bucket + store)) {
                    seen.add(StoreView.of(bucket + store, direct));
                }
            }
            network.fail(attempt < MOST_TRIES ? 0.15 / attempt : 0, Fault.values());
        }
        Optional<StoreView> after = StoreView.of(bucket + store, direct);
        assertThat(after).isPresent();
        for (Optional<StoreView> view : seen) {
            assertThat(view).isIn(old, after);
        }
    }

    private boolean isPlacing(String store) throws IOException {
        return KillLaw.isPlacing(folder.resolve("s3").resolve(store.substring("s3a://".length())));
    }

    private static void requireSame(String bucket, String store) throws IOException {
        Path s3 = folder.resolve("s3");
        KillLaw.requireSame(
                DayFiles.contents(s3.resolve(bucket).resolve(store)),
                DayFiles.contents(s3.resolve("faults-none").resolve(store)),
                bucket);
    }
}
