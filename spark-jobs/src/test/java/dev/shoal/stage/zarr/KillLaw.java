package dev.shoal.stage.zarr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shoal.stage.Progress;
import dev.shoal.stage.StageException;
import dev.shoal.testing.MortalFileSystem;
import dev.shoal.testing.SharedSpark;
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

/**
 * Law 3, change by change: a job is killed after so many changes of the storage. By {@code -Dshoal.kills=all} after
 * each number of them, else after a few that a seed chooses. Readers see the old store or the new, and the same job
 * again comes to the objects that it comes to undisturbed.
 */
final class KillLaw {

    private static final int FEW = 2;
    private static final List<StoreJournal.Phase> PLACING = Stream.of(StoreJournal.Phase.values())
            .filter(StoreJournal.Phase::isPlacing)
            .toList();
    private static final String KILLS = System.getProperty("shoal.kills", "");

    private final Path folder;
    private final String name;
    private final Meanwhile meanwhile;

    /** What readers may see while chunks and documents are put in their place. */
    enum Meanwhile {
        /** The old store or the new. */
        OLD_OR_NEW,
        /** Those, or none that opens. */
        NONE_TOO,
        /** Some steps replaced and others not yet. */
        SOME_STEPS_REPLACED
    }

    /** A job on a store. */
    @FunctionalInterface
    interface Job {
        void run(String store) throws IOException;
    }

    /** A law that is named in what it reports; its stores lie in a folder. */
    KillLaw(Path folder, String name, Meanwhile meanwhile) {
        this.folder = folder;
        this.name = name;
        this.meanwhile = meanwhile;
    }

    private static Configuration conf() {
        return SharedSpark.session().sparkContext().hadoopConfiguration();
    }

    /** Kills a job on the store that another makes. */
    void holds(Job before, Job job) throws IOException {
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
        long[] kills = kills(name, FEW, changes);
        System.out.println(name + ": " + changes + " changes, killed " + kills.length + " times");
        for (long at : kills) {
            FileUtils.deleteDirectory(store.toFile());
            FileUtils.copyDirectory(old.toFile(), store.toFile());
            MortalFileSystem.live(conf(), at);
            String when =
                    name + " killed after change " + at + " of " + changes + (dies(job, root) ? "" : ": too late");
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

    private static boolean dies(Job job, String root) {
        try {
            job.run(root);
            return false;
        } catch (StageException | IOException dead) {
            return true;
        }
    }

    private static Optional<StoreView> view(Path store) throws IOException {
        return StoreView.of(store.toString(), new Configuration());
    }

    /** Compares objects of two stores by key; a file that a killed process was writing is an object to nobody. */
    static void requireSame(Map<String, String> found, Map<String, String> expected, String when) {
        Set<String> other = new TreeSet<>(expected.keySet());
        other.addAll(found.keySet());
        other.removeIf(key -> key.endsWith(".part"));
        other.removeIf(key -> expected.getOrDefault(key, "").equals(found.get(key)));
        assertThat(other).as("%s: objects that differ", when).isEmpty();
    }

    private void requireOldOrNew(Path store, Optional<StoreView> before, StoreView whole, String when)
            throws IOException {
        Optional<StoreView> seen = view(store);
        boolean placing = isPlacing(store);
        boolean closed = placing && meanwhile == Meanwhile.NONE_TOO && seen.isEmpty();
        if (!closed && !(placing && meanwhile == Meanwhile.SOME_STEPS_REPLACED)) {
            assertThat(seen).as(when).isIn(before, Optional.of(whole));
        }
        Optional<StoreView> walked = StoreView.walked(store, folder.resolve("walked"));
        if (walked.isPresent()) {
            assertThat(walked.get().equals(whole) || walked.get().mixes(before.orElse(whole), whole) || placing)
                    .as("%s, seen by those who walk: %s", when, walked.get())
                    .isTrue();
        } else {
            assertThat(before.isEmpty() || placing).as(when).isTrue();
        }
    }

    /** Tells whether chunks of a store are being replaced; journals may come and go meanwhile. */
    static boolean isPlacing(Path store) throws IOException {
        for (Path journal : journals(store)) {
            String said = text(journal);
            if (PLACING.stream().anyMatch(phase -> said.contains(phase.name()))) {
                return true;
            }
        }
        return false;
    }

    private static String text(Path journal) throws IOException {
        try {
            return Files.readString(journal);
        } catch (NoSuchFileException gone) { // That work has come to its end; it places nothing.
            return "";
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

    /** Returns after how many changes to kill what makes so many: after a few unless after all. */
    static long[] kills(String name, int few, long changes) {
        return KILLS.equals("all")
                ? LongStream.range(0, changes).toArray()
                : new Random(name.hashCode())
                        .longs(KILLS.isEmpty() ? few : Integer.parseInt(KILLS), 0, changes)
                        .toArray();
    }
}
