package dev.shoal.stage;

import dev.shoal.spec.OutputSpec;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;

/** Carries the units of a plan out, on whatever works. */
final class GridUnits {

    /** Tasks for each core, so that one slow task does not hold up the end. */
    private static final int TASKS_PER_CORE = 4;

    private final Workers workers;
    private final Progress progress;
    private final String what;

    /**
     * Prepares.
     *
     * @param what is done, in the user's words
     */
    GridUnits(Workers workers, Progress progress, String what) {
        this.workers = workers;
        this.progress = progress;
        this.what = what;
    }

    /**
     * Where units are written.
     *
     * @param store root of the Zarr store, which is there already
     * @param ledger folder of the units that are done
     * @param output what becomes of values that failed, and the memory of a task
     */
    record Place(String store, String ledger, OutputSpec output) {}

    /**
     * Writes every unit. Where a file turns out damaged, the units that took steps from it are made again without it,
     * since how much of it could be read depends on how the work was shared out.
     *
     * @param ways how the arrays come to the target grid, with weights as they are to be sent along
     */
    UnitSummary run(GridPlanning planning, List<FieldWay> ways, Place place) throws IOException {
        Map<String, String> damaged = new TreeMap<>();
        UnitSummary summary = write(planning, ways, place, damaged);
        while (!damaged.keySet().containsAll(summary.damaged().keySet())) {
            damaged.putAll(summary.damaged());
            reopen(planning, new UnitLedger(place.ledger()), damaged);
            summary = write(planning, ways, place, damaged);
        }
        return summary;
    }

    private void reopen(GridPlanning planning, UnitLedger ledger, Map<String, String> damaged) throws IOException {
        if (planning.periods().isEmpty()) {
            ledger.reopen(planning.plan(), damaged.keySet(), workers.conf());
        } else {
            ledger.reopen(planning.plan(), workers.conf());
        }
    }

    private UnitSummary write(GridPlanning planning, List<FieldWay> ways, Place place, Map<String, String> damaged)
            throws IOException {
        GridJob job = new GridJob(
                planning.plan(),
                planning.sources(),
                ways,
                planning.views(),
                planning.periods(),
                place.output().failed(),
                place.store(),
                planning.layout().arrays(),
                place.ledger(),
                place.output().taskMemoryBytes(),
                damaged);
        long count = planning.plan().unitCount();
        Load load = new Load(what, count, Long.MAX_VALUE);
        int parts = parts(count, workers.parallelism(load));
        UnitSummary sum = UnitSummary.none();
        for (UnitSummary one : workers.run(load, progress, slices(count, parts), parts, new Units(job))) {
            sum = sum.plus(one);
        }
        return sum;
    }

    /** Returns the number of tasks that so many units are shared out to. */
    static int parts(long units, int cores) {
        return (int) Math.max(1, Math.min(units, (long) cores * TASKS_PER_CORE));
    }

    /** Returns the first unit of each part and one past its last. */
    static List<long[]> slices(long count, int parts) {
        List<long[]> slices = new ArrayList<>();
        for (int part = 0; part < parts; part++) {
            slices.add(new long[] {count * part / parts, count * (part + 1) / parts});
        }
        return slices;
    }

    /** Makes the units of a slice. */
    private record Units(GridJob job) implements Task<long[], UnitSummary> {

        @Override
        public UnitSummary run(long[] slice, Configuration conf, TaskCounts done) {
            UnitSummary sum = UnitSummary.none();
            try (GridUnitWriter writer = new GridUnitWriter(job, conf)) {
                for (long ordinal = slice[0]; ordinal < slice[1]; ordinal++) {
                    UnitSummary one = writer.write(ordinal);
                    done.add(1, one.decodedBytes());
                    sum = sum.plus(one);
                }
            } catch (IOException error) {
                throw StageException.store(job.store(), error);
            }
            return sum;
        }
    }
}
