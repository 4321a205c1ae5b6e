package dev.shoal.stage.zarr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shoal.stage.Progress;
import dev.shoal.stage.StageException;
import dev.shoal.testing.MortalFileSystem;
import dev.shoal.testing.SharedSpark;
import dev.shoal.zarr.OutsideProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.apache.hadoop.conf.Configuration;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Law 3, change by change: a job is killed after so many changes of the storage. By {@code -Dshoal.kills=all} after
 * each number of them, else after a few that a seed chooses.
 */
class KilledAnywhereIT {

    private static final int FEW = 2;
    private static final String KILLS = System.getProperty("shoal.kills", String.valueOf(FEW));

    @TempDir
    static Path folder;

    private static List<String> first = List.of();
    private static List<String> later = List.of();

    /** Five days in chunks of four; then days 4 to 9: one over what is there, within a chunk. */
    @BeforeAll
    static void makeFiles() throws Exception {
        OutsideProgram.requirePython();
        first = DayFiles.make(folder.resolve("first"), 0, 5, 1);
        later = DayFiles.make(folder.resolve("later"), 4, 6, 1);
    }

    /** A job on a store. */
    @FunctionalInterface
    private interface Job {
        void run(String store) throws IOException;
    }

    private static Configuration conf() {
        return SharedSpark.session().sparkContext().hadoopConfiguration();
    }

    private static void send(String store) {
        new SendJob(SharedSpark.session(), DayFiles.request(first, store, 4), Progress.NONE).run();
    }

    private static void update(String store) {
        new UpdateJob(SharedSpark.session(), StoreRequest.of(later, store), Progress.NONE).run();
    }

    private static Optional<StoreView> view(Path store) throws IOException {
        return StoreView.of(store.toString(), new Configuration());
    }

    @Test
    void aSentStoreIsThereWholeOrDoesNotOpen() throws Exception {
        law("send", store -> {}, KilledAnywhereIT::send);
    }

    @Test
    void anUpdatedStoreIsTheOldOrTheNew() throws Exception {
        law("update", KilledAnywhereIT::send, KilledAnywhereIT::update);
    }

    @Test
    void aRechunkedStoreIsThereWholeOrDoesNotOpen() throws Exception {
        Path source = folder.resolve("source.zarr");
        send(source.toString());
        law("rechunk", store -> {}, store -> {
            RechunkRequest request = new RechunkRequest(
                    source.toString(), store, Map.of("time", 5L, "lat", 4L), List.of(), 4 << 20, Optional.empty());
            new RechunkStage(SharedSpark.session(), Progress.NONE).run(RechunkLayout.plan(request, conf(), 4));
        });
    }

    private void law(String name, Job before, Job job) throws Exception {
        Path store = folder.resolve(name + ".zarr");
        Path old = folder.resolve(name + "-old");
        String root = MortalFileSystem.SCHEME + "://" + store;
        MortalFileSystem.live(conf(), Long.MAX_VALUE);
        before.run(root);
        Files.createDirectories(store);
        FileUtils.copyDirectory(store.toFile(), old.toFile());
        Optional<StoreView> asBefore = view(store);
        MortalFileSystem.live(conf(), Long.MAX_VALUE);
        job.run(root);
        long changes = Long.MAX_VALUE - MortalFileSystem.left();
        StoreView whole = view(store).orElseThrow();
        Map<String, String> objects = DayFiles.contents(store);
        SoftAssertions failures = new SoftAssertions();
        for (long at : kills(changes)) {
            FileUtils.deleteDirectory(store.toFile());
            FileUtils.copyDirectory(old.toFile(), store.toFile());
            MortalFileSystem.live(conf(), at);
            boolean killed = false;
            try {
                job.run(root);
            } catch (StageException | IOException dead) {
                killed = true;
            }
            String when = name + " killed after change " + at + " of " + changes + (killed ? "" : " (too late)");
            failures.check(() -> {
                requireOldOrNew(store, asBefore, whole, when);
                MortalFileSystem.live(conf(), Long.MAX_VALUE);
                requireTold(root, when);
                job.run(root);
                requireSame(DayFiles.contents(store), objects, when);
                assertThat(view(store)).as(when).contains(whole);
                assertThat(problems(root)).as(when).isEmpty();
            });
        }
        failures.assertAll();
    }

    /** Compares objects of two stores by key; a file that a killed process was writing is an object to nobody. */
    static void requireSame(Map<String, String> found, Map<String, String> expected, String when) {
        Set<String> other = new TreeSet<>(expected.keySet());
        other.addAll(found.keySet());
        other.removeIf(key -> key.endsWith(".part"));
        other.removeIf(key -> expected.getOrDefault(key, "").equals(found.get(key)));
        assertThat(other).as("%s: objects that differ", when).isEmpty();
    }

    private static void requireOldOrNew(Path store, Optional<StoreView> before, StoreView whole, String when)
            throws IOException {
        Optional<StoreView> seen = view(store);
        boolean placing = isPlacing(store);
        if (!placing) {
            assertThat(seen).as(when).isIn(before, Optional.of(whole));
        }
        Optional<StoreView> walked = StoreView.walked(store, folder.resolve("walked"));
        if (walked.isPresent()) {
            assertThat(walked.get().mixes(before.orElse(whole), whole) || placing)
                    .as("%s, seen by those who walk: %s", when, walked.get())
                    .isTrue();
        } else {
            assertThat(before.isEmpty() || placing).as(when).isTrue();
        }
    }

    /** Tells whether chunks of a store are being replaced; journals may come and go meanwhile. */
    static boolean isPlacing(Path store) throws IOException {
        for (Path journal : journals(store)) {
            if (!text(journal).contains(StoreJournal.Phase.WRITING.name())) {
                return true;
            }
        }
        return false;
    }

    private static String text(Path journal) throws IOException {
        try {
            return Files.readString(journal);
        } catch (NoSuchFileException gone) { // That work has come to its end; it places nothing.
            return StoreJournal.Phase.WRITING.name();
        }
    }

    /** Returns the journals of unfinished work. */
    static List<Path> journals(Path store) {
        String[] plans = store.resolve(StoreJournal.FOLDER).toFile().list();
        return Stream.of(plans == null ? new String[0] : plans)
                .map(plan -> store.resolve(StoreJournal.folderOf(plan)).resolve(StoreJournal.JOURNAL))
                .filter(Files::exists)
                .toList();
    }

    /** What is not whole is told, and nothing else. */
    private static void requireTold(String root, String when) throws IOException {
        Optional<StoreView> seen = StoreView.of(root, conf());
        List<String> problems = problems(root);
        boolean begun = !problems.isEmpty() && problems.get(0).startsWith("Unfinished: ");
        assertThat(begun || seen.isEmpty() || problems.isEmpty())
                .as("%s: %s", when, problems)
                .isTrue();
        if (begun) {
            assertThat(problems.get(0)).as(when).contains("Run the same command again to finish it");
        }
    }

    private static List<String> problems(String root) {
        return new CheckJob(SharedSpark.session(), root, Progress.NONE)
                .run(CheckJob.Depth.DOCUMENTS)
                .problems();
    }

    private static long[] kills(long changes) {
        return KILLS.equals("all")
                ? LongStream.range(0, changes).toArray()
                : new Random(7).longs(Integer.parseInt(KILLS), 0, changes).toArray();
    }
}
