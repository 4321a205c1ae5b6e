package dev.shoal.stage.zarr;

import dev.shoal.plan.NumberRuns;
import dev.shoal.stage.Load;
import dev.shoal.stage.Progress;
import dev.shoal.stage.StageException;
import dev.shoal.stage.Task;
import dev.shoal.stage.TaskCounts;
import dev.shoal.stage.Workers;
import java.io.IOException;
import java.util.List;
import java.util.PrimitiveIterator;
import org.apache.hadoop.conf.Configuration;

/** Writes boxes of chunks; each that is done is marked, and marked ones are passed over. */
final class WriteStage {

    /** Tasks for each core, so that one slow task does not hold up the end. */
    private static final int TASKS_PER_CORE = 8;

    private final Workers workers;
    private final Progress progress;

    WriteStage(Workers workers, Progress progress) {
        this.workers = workers;
        this.progress = progress;
    }

    /** Writes what is not marked yet. */
    void run(StoreWork work, NumberRuns units, WorkFolder folder) throws IOException {
        NumberRuns open = units.without(folder.marks(work));
        if (open.isEmpty()) {
            return;
        }
        String root = folder.root();
        Load load = Load.of("Writing the chunks of " + root, open.count(), () -> work.bytes(open));
        int parts = (int) Math.min(open.count(), (long) workers.parallelism(load) * TASKS_PER_CORE);
        List<NumberRuns> shares = open.parts(parts);
        try {
            workers.run(load, progress, shares, parts, new Boxes(work, root, folder.plan()));
        } catch (Exception error) { // Spark throws checked ones too.
            throw StageException.ofStore(root, error);
        }
    }

    /** Writes some of the boxes. */
    private record Boxes(StoreWork work, String root, String plan) implements Task<NumberRuns, Long> {

        @Override
        public Long run(NumberRuns share, Configuration conf, TaskCounts done) throws IOException {
            WorkFolder folder = new WorkFolder(root, plan, conf);
            try (BoxWriter writer = new BoxWriter(work, root, folder.staging(), conf)) {
                PrimitiveIterator.OfLong numbers = share.iterator();
                while (numbers.hasNext()) {
                    StoreWork.Unit unit = work.unit(numbers.nextLong());
                    long bytes = writer.write(unit);
                    folder.mark(work.mark(unit));
                    done.add(1, bytes);
                }
            }
            return share.count();
        }
    }
}
