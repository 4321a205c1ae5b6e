package dev.shoal.stage.zarr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shoal.job.Main;
import dev.shoal.netcdf.Attribute;
import dev.shoal.netcdf.Attributes;
import dev.shoal.netcdf.ElementType;
import dev.shoal.stage.Progress;
import dev.shoal.testing.SharedSpark;
import dev.shoal.testing.ShoalProcess;
import dev.shoal.zarr.OutsideProgram;
import dev.shoal.zarr.ZarrArray;
import dev.shoal.zarr.ZarrStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Law 3 with real processes and {@code kill -9}, at moments that a seed chooses: of the driver, which the same command
 * follows, and of executors, which Spark replaces. By {@code -Dshoal.process.kills=N} so often for each job, else once
 * for one; {@code shoal.executor.kills} is the number of executors, {@code shoal.process.laws} a regular expression of
 * jobs.
 */
class KilledProcessIT {

    private static final int KILLS = Integer.getInteger("shoal.process.kills", 1);
    private static final int EXECUTORS = Integer.getInteger("shoal.executor.kills", Math.max(1, KILLS / 4));
    private static final long SEED = Long.getLong("shoal.process.seed", 11);
    private static final String LAWS = System.getProperty("shoal.process.laws", KILLS == 1 ? "update v2" : ".*");
    private static final String TARGET = "STORE";
    private static final long[] SHAPE = {0, 180, 360};

    @TempDir
    static Path folder;

    private static final Map<String, Integer> OUTCOMES = new TreeMap<>();

    /** Sources of forty steps each: three to begin with, and one that begins two steps before their end. */
    @BeforeAll
    static void makeSources() throws IOException {
        OutsideProgram.requirePython();
        for (int part = 0; part < 4; part++) {
            source(folder.resolve("part" + part + ".zarr"), part == 3 ? 118 : 40 * part);
        }
    }

    private static void source(Path root, int first) throws IOException {
        long[] shape = SHAPE.clone();
        shape[0] = 40;
        ZarrArray time = ZarrArray.of("time", new long[] {40}, new long[] {40}, ElementType.INT)
                .withDimensions("time")
                .withAttributes(new Attributes(List.of(Attribute.of("units", "days since 2000-01-01"))));
        ZarrArray sst = ZarrArray.of("sst", shape, new long[] {1, 180, 360}, ElementType.SHORT)
                .withFill((short) -999)
                .withDimensions("time", "lat", "lon")
                .withAttributes(new Attributes(List.of(Attribute.of("units", "degree_Celsius"))));
        ZarrStore store = ZarrStore.create(root.toString(), new Configuration(), Attributes.NONE, List.of(time, sst));
        int[] days = new int[40];
        short[] field = new short[180 * 360];
        for (int step = 0; step < days.length; step++) {
            days[step] = first + step;
            Random random = new Random(first + step);
            for (int cell = 0; cell < field.length; cell++) {
                field[cell] = (short) (first + step + random.nextInt(900));
            }
            store.writeChunk(sst, new long[] {step, 0, 0}, field);
        }
        store.writeChunk(time, new long[] {0}, days);
        store.consolidate();
    }

    private static String part(int number) {
        return folder.resolve("part" + number + ".zarr").toString();
    }

    private static List<String> send(String... form) {
        List<String> arguments = new ArrayList<>(
                List.of("zarr", "send", TARGET, "-f", part(0), part(1), part(2), "--chunks", "time=8,lat=60,lon=90"));
        arguments.addAll(List.of(form));
        return arguments;
    }

    private static List<String> update() {
        return List.of("zarr", "update", TARGET, "-f", part(3));
    }

    private static List<String> rechunk(String... form) {
        List<String> arguments = new ArrayList<>(
                List.of("zarr", "rechunk", folder.resolve("whole.zarr").toString(), TARGET));
        arguments.addAll(List.of("--chunks", "time=60,lat=20,lon=20"));
        arguments.addAll(List.of(form));
        return arguments;
    }

    private static final String[] SHARDS = {"--zarr-version", "3", "--shards", "lat=180,lon=360"};

    @Test
    void whoeverIsKilledReadersSeeTheOldOrTheNew() throws Exception {
        finish(send(), folder.resolve("whole.zarr"));
        law("send v2", Optional.empty(), send());
        law("send v3", Optional.empty(), send(SHARDS));
        law("update v2", Optional.of(send()), update());
        law("update v3", Optional.of(send(SHARDS)), update());
        law("rechunk v2", Optional.empty(), rechunk());
        System.out.println("Killed: " + OUTCOMES);
    }

    /** Returns a digest of what xarray sees of a store. */
    private static String xarray(Path store) throws Exception {
        return OutsideProgram.python(DayFiles.SCRIPTS.resolve("seen.py"), store.toString());
    }

    private static void run(String master, List<String> command, Path store) {
        try (ShoalProcess process = start(master, command, store)) {
            assertThat(process.exit()).as("%s%n%s", command, process.output()).isZero();
        }
    }

    /** Runs a command in this process, where another was killed. */
    private static void finish(List<String> command, Path store) {
        SharedSpark.session();
        assertThat(Main.run(words(command, store))).isZero();
    }

    private static String[] words(List<String> command, Path store) {
        return Stream.concat(
                        command.stream().map(word -> word.equals(TARGET) ? store.toString() : word),
                        Stream.of("--data", folder.resolve("room/data").toString()))
                .toArray(String[]::new);
    }

    private static ShoalProcess start(String master, List<String> command, Path store) {
        return ShoalProcess.start(
                master,
                folder.resolve("room"),
                command.stream()
                        .map(word -> word.equals(TARGET) ? store.toString() : word)
                        .toList());
    }

    private static Optional<StoreView> view(Path store) throws IOException {
        return StoreView.of(store.toString(), new Configuration());
    }

    /** What an undisturbed run does. */
    private record Undisturbed(
            String name,
            List<String> command,
            Path old,
            Optional<StoreView> before,
            StoreView after,
            Map<String, String> objects,
            List<String> byXarray,
            long millis,
            long files) {}

    private static void law(String name, Optional<List<String>> first, List<String> command) throws Exception {
        if (!name.matches(LAWS)) {
            return;
        }
        Path old = folder.resolve("old of " + name);
        Files.createDirectories(old);
        if (first.isPresent()) {
            finish(first.get(), old);
        }
        Path store = folder.resolve("store.zarr");
        FileUtils.deleteDirectory(store.toFile());
        FileUtils.copyDirectory(old.toFile(), store.toFile());
        long start = System.nanoTime();
        run(ShoalProcess.ONE, command, store);
        long millis = (System.nanoTime() - start) / 1_000_000;
        Undisturbed expected = new Undisturbed(
                name,
                command,
                old,
                view(old),
                view(store).orElseThrow(),
                DayFiles.contents(store),
                name.contains("v2") ? List.of(xarray(old), xarray(store)) : List.of(),
                millis,
                count(store) - count(old));
        System.out.println(name + ": " + millis + " ms, " + expected.files() + " files");
        Random random = new Random(SEED + name.hashCode());
        for (int kill = 0; kill < KILLS; kill++) {
            FileUtils.deleteDirectory(store.toFile());
            FileUtils.copyDirectory(old.toFile(), store.toFile());
            killDriver(expected, store, random, kill);
        }
        if (name.startsWith("update") && KILLS > 1) {
            killOneOfTwo(expected, store, random);
        }
        if (name.contains("v2")) {
            FileUtils.deleteDirectory(store.toFile());
            FileUtils.copyDirectory(old.toFile(), store.toFile());
            killExecutors(expected, store, random);
        }
        FileUtils.deleteDirectory(store.toFile());
    }

    private static void killDriver(Undisturbed expected, Path store, Random random, int kill) throws Exception {
        try (ShoalProcess process = start(ShoalProcess.ONE, expected.command(), store);
                Watch watch = new Watch(expected, store)) {
            await(process, expected, store, random, (kill + 3) % 4);
            process.kill();
            watch.stop();
        }
        Optional<StoreView> seen = view(store);
        String phase = phase(expected, store);
        String saw = seen.isEmpty()
                ? "nothing"
                : seen.equals(expected.before()) ? "old" : seen.get().equals(expected.after()) ? "new" : "some";
        String when = expected.name() + ", " + phase + ", readers see " + saw;
        OUTCOMES.merge(when, 1, Integer::sum);
        if (!phase.equals("placing")) {
            assertThat(seen).as(when).isIn(expected.before(), Optional.of(expected.after()));
            if (expected.name().contains("v2")) {
                assertThat(xarray(store)).as(when).isIn(expected.byXarray());
            }
        }
        List<String> problems = problems(store);
        if (!phase.equals("scanning") && !phase.equals("done")) {
            assertThat(problems).as(when).isNotEmpty();
            assertThat(problems.get(0)).as(when).startsWith("Unfinished: ");
        }
        finish(expected.command(), store);
        finished(expected, store, when);
        System.out.println(when);
    }

    /** The same command twice at a time: whether the other goes on or is refused, both may not do harm. */
    private static void killOneOfTwo(Undisturbed expected, Path store, Random random) throws Exception {
        for (int kill = 0; kill < Math.max(1, KILLS / 4); kill++) {
            FileUtils.deleteDirectory(store.toFile());
            FileUtils.copyDirectory(expected.old().toFile(), store.toFile());
            String when = expected.name() + " twice, one killed";
            try (ShoalProcess one = start(ShoalProcess.ONE, expected.command(), store);
                    ShoalProcess other = start(ShoalProcess.ONE, expected.command(), store)) {
                await(one, expected, store, random, kill % 2 == 0 ? 1 : 3);
                one.kill();
                int exit = other.exit();
                when += ", other ended with " + exit;
                assertThat(exit).as(other.output()).isIn(0, 2);
            }
            OUTCOMES.merge(when, 1, Integer::sum);
            finish(expected.command(), store);
            finished(expected, store, when);
        }
    }

    private static void killExecutors(Undisturbed expected, Path store, Random random) throws Exception {
        try (ShoalProcess process = start(ShoalProcess.THREE, expected.command(), store)) {
            for (int kill = 0; kill < EXECUTORS; kill++) {
                await(process, expected, store, random, 1);
                if (process.killExecutor()) {
                    OUTCOMES.merge(expected.name() + ", executor, " + phase(expected, store), 1, Integer::sum);
                }
            }
            assertThat(process.exit()).as(process.output()).isZero();
        }
        finished(expected, store, expected.name() + " without some executors");
    }

    private static void finished(Undisturbed expected, Path store, String when) throws IOException {
        KillLaw.requireSame(DayFiles.contents(store), expected.objects(), when);
        assertThat(view(store)).as(when).contains(expected.after());
        assertThat(problems(store)).as(when).isEmpty();
    }

    private static List<String> problems(Path store) {
        return new CheckJob(SharedSpark.session(), store.toString(), Progress.NONE)
                .run(CheckJob.Depth.DOCUMENTS)
                .problems();
    }

    /** Waits for a moment: of time, of so many objects, or of one while chunks are put in their place. */
    private static void await(ShoalProcess process, Undisturbed expected, Path store, Random random, int kind)
            throws Exception {
        long end = System.nanoTime() + (long) (random.nextDouble() * expected.millis() * 1_000_000);
        long files = count(expected.old()) + 1 + (long) (random.nextDouble() * expected.files());
        long after = random.nextInt(40);
        while (process.isRunning()) {
            boolean due = switch (kind) {
                case 0 -> System.nanoTime() > end;
                case 3 -> KillLaw.isPlacing(store) || documents(store);
                default -> count(store) >= files;
            };
            if (due) {
                Thread.sleep(kind == 3 ? after : 0);
                return;
            }
            Thread.sleep(1);
        }
    }

    private static boolean documents(Path store) {
        return Files.exists(store.resolve("sst/.zarray")) && !Files.exists(store.resolve(".zmetadata"));
    }

    private static String phase(Undisturbed expected, Path store) throws IOException {
        if (Files.exists(store.resolve(RechunkMarker.NAME))) {
            boolean done = Files.readString(store.resolve(RechunkMarker.NAME)).endsWith("done\n");
            return done ? "done" : Files.exists(store.resolve("sst/.zarray")) ? "documents" : "writing";
        }
        if (KillLaw.isPlacing(store)) {
            return "placing";
        }
        if (KillLaw.journals(store).isEmpty()) {
            return view(store).equals(Optional.of(expected.after())) ? "done" : "scanning";
        }
        try (Stream<Path> all = Files.walk(store.resolve(StoreJournal.FOLDER))) {
            return all.anyMatch(path -> path.endsWith("documents")) ? "documents" : "writing";
        }
    }

    /** Counts files, while others come and go. */
    static long count(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.count();
        } catch (NoSuchFileException | java.io.UncheckedIOException gone) { // The next look will tell.
            return 0;
        }
    }

    /** A reader that opens the store again and again while others are at work on it. */
    private static final class Watch implements AutoCloseable {

        private final Thread thread;
        private final List<String> wrong = new ArrayList<>();
        private volatile boolean stopped;
        private int missed;

        Watch(Undisturbed expected, Path store) {
            this.thread = new Thread(() -> watch(expected, store), "reader");
            thread.start();
        }

        private void watch(Undisturbed expected, Path store) {
            while (!stopped) {
                try {
                    boolean placing = KillLaw.isPlacing(store);
                    Optional<StoreView> seen = view(store);
                    boolean known = seen.equals(expected.before()) || seen.equals(Optional.of(expected.after()));
                    if (!known && !placing && !KillLaw.isPlacing(store) && !stopped) {
                        synchronized (wrong) {
                            wrong.add(String.valueOf(seen));
                        }
                    }
                    Thread.sleep(100);
                } catch (IOException | java.io.UncheckedIOException moved) { // Journals come and go under the look.
                    missed++;
                } catch (InterruptedException end) {
                    return;
                }
            }
        }

        void stop() throws InterruptedException {
            stopped = true;
            thread.join();
            synchronized (wrong) {
                assertThat(wrong)
                        .as("seen while others were at work, but %d times", missed)
                        .isEmpty();
            }
        }

        /** Looks no more; {@link #stop} waits and judges. */
        @Override
        public void close() {
            stopped = true;
        }
    }
}
