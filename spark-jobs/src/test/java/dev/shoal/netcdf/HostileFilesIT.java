package dev.shoal.netcdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Small real files, damaged in many ways: each is read, or refused by name, in little time and little memory.
 *
 * <p>A fault is told by file and seed. More variants than usual are read with {@code -Dshoal.hostile.variants=400000},
 * others than usual with {@code -Dshoal.hostile.seed=7}, fewer files with {@code -Dshoal.hostile.files=part-of-a-name}.
 */
class HostileFilesIT {

    private static final int VARIANTS = Integer.getInteger("shoal.hostile.variants", 20_000);
    private static final long SEED = Long.getLong("shoal.hostile.seed", 1);
    private static final String NAMES = System.getProperty("shoal.hostile.files", "");
    private static final long MOST_FILE_BYTES = 300 << 10;

    /** What one variant may ask for in all its life, beside what its windows and chunks take. */
    private static final long MOST_BYTES = 96L << 20;

    @Test
    void everyVariantIsReadOrRefused() throws Exception {
        List<HostileRun.Task> tasks = tasks();
        HostileRun run = new HostileRun(tasks);
        List<String> faults = run.run(Math.max(1, Runtime.getRuntime().availableProcessors() / 2));

        System.out.println("Hostile files: " + tasks.size() + " variants, " + run);
        assertThat(faults).as("%s", run).isEmpty();
    }

    /** Returns the variants of all files, mixed. */
    static List<HostileRun.Task> tasks() throws IOException {
        Map<Path, Mutator> mutators = mutators();
        assertThat(mutators).hasSizeGreaterThan(NAMES.isEmpty() ? 40 : 0);
        List<HostileRun.Task> tasks = new ArrayList<>();
        int each = (VARIANTS + mutators.size() - 1) / mutators.size();
        mutators.forEach((path, mutator) -> tasks.addAll(tasks(path, mutator, each)));
        Collections.shuffle(tasks, new Random(SEED));
        return tasks;
    }

    /** Returns what damages each of the files. */
    static Map<Path, Mutator> mutators() throws IOException {
        List<Path> files = files();
        Map<Path, Mutator> mutators = new TreeMap<>();
        for (int i = 0; i < files.size(); i++) {
            byte[] donor = Files.readAllBytes(files.get((i + 7) % files.size()));
            mutators.put(files.get(i), new Mutator(new Anatomy(Files.readAllBytes(files.get(i))), donor));
        }
        return mutators;
    }

    private static List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path path : Corpus.files(
                "gridded",
                "curvilinear",
                "dsg",
                "profile",
                "timeseries",
                "trajectory",
                "formats",
                "swath",
                "unstructured",
                "broken")) {
            if (Files.size(path) > 8
                    && Files.size(path) <= MOST_FILE_BYTES
                    && path.toString().contains(NAMES)) {
                if (isSound(path)) {
                    files.add(path);
                }
            }
        }
        return files;
    }

    /** Tells whether a file is read as it is; one that is refused teaches nothing about damage. */
    private static boolean isSound(Path path) throws IOException {
        try {
            HostileReading.read(Files.readAllBytes(path));
            return true;
        } catch (UnreadableException refused) {
            return false;
        }
    }

    private static List<HostileRun.Task> tasks(Path path, Mutator mutator, int count) {
        List<HostileRun.Task> tasks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long seed = SEED * 1_000_000 + i;
            tasks.add(new HostileRun.Task(path + " " + seed, MOST_BYTES, () -> {
                boolean whole = HostileReading.read(mutator.variant(seed)).values().stream()
                        .allMatch("values"::equals);
                return whole ? "values" : "values of some variables";
            }));
        }
        return tasks;
    }
}
