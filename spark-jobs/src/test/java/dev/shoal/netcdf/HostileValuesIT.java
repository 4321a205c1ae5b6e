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
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is read of a damaged file is what netCDF4-python reads of it, or netCDF4-python refuses it. More variants than
 * usual are compared with {@code -Dshoal.hostile.compared=100000}.
 */
class HostileValuesIT {

    private static final int VARIANTS = Integer.getInteger("shoal.hostile.compared", 3_000);
    private static final long SEED = Long.getLong("shoal.hostile.seed", 1);
    private static final int JUDGES = Integer.getInteger("shoal.hostile.judges", 2);
    private static final long MOST_BYTES = 1L << 30;

    /**
     * In the first and second, a variable is shorter than its dimension: netCDF-C fills the rest with what the memory
     * held, or with a value that the file does not name. Of the third it leaves attributes out that are enumerated.
     */
    private static final Set<String> NOT_COMPARED = Set.of("bad_missing_data.nc", "test_zerodim.nc", "test_enum_1.nc");

    /** netCDF4-python refuses more than is needed, and does not list variables of opaque types. */
    private static final Set<String> FINE = Set.of("equal", "file refused", "variable refused", "more");

    @TempDir
    Path folder;

    private final BlockingQueue<HostileJudge> judges = new LinkedBlockingQueue<>();
    private final Map<String, Integer> verdicts = new TreeMap<>();
    private final List<String> differing = Collections.synchronizedList(new ArrayList<>());

    @Test
    void noValueDiffersFromTheReferenceWithoutAnError() throws Exception {
        List<HostileRun.Task> tasks = tasks();
        for (int i = 0; i < JUDGES; i++) {
            judges.add(new HostileJudge());
        }

        List<String> faults = new HostileRun(tasks).run(JUDGES);

        for (HostileJudge judge : judges) {
            judge.close();
        }
        System.out.println("Hostile values: " + tasks.size() + " variants, " + verdicts);
        assertThat(faults).isEmpty();
        assertThat(differing).isEmpty();
        assertThat(verdicts.get("equal")).isGreaterThan(VARIANTS);
    }

    private List<HostileRun.Task> tasks() throws IOException {
        Map<Path, Mutator> mutators = HostileFilesIT.mutators();
        mutators.keySet()
                .removeIf(path -> NOT_COMPARED.contains(path.getFileName().toString()));
        int each = (VARIANTS + mutators.size() - 1) / mutators.size();
        List<HostileRun.Task> tasks = new ArrayList<>();
        mutators.forEach((path, mutator) -> {
            for (long seed = SEED * 1_000_000; seed < SEED * 1_000_000 + each; seed++) {
                tasks.add(task(path + " " + seed, mutator, seed));
            }
        });
        Collections.shuffle(tasks, new Random(SEED));
        return tasks;
    }

    private HostileRun.Task task(String name, Mutator mutator, long seed) {
        return new HostileRun.Task(name, MOST_BYTES, () -> compare(name, mutator.variant(seed)));
    }

    private String compare(String name, byte[] bytes) throws IOException {
        HostileFacts ours = HostileFacts.of(bytes);
        Path path = Files.write(Files.createTempFile(folder, "damaged", ".nc"), bytes);
        HostileJudge judge = judges.remove();
        try {
            ours.against(judge.ask(path)).forEach(verdict -> count(name, verdict));
        } finally {
            judges.add(judge);
            Files.delete(path);
        }
        return "compared";
    }

    private synchronized void count(String name, String verdict) {
        String kind = verdict.split(":", 2)[0];
        verdicts.merge(kind, 1, Integer::sum);
        if (!FINE.contains(kind)) {
            differing.add(name + ": " + verdict);
        }
    }
}
