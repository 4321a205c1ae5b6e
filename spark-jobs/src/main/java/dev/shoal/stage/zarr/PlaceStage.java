package dev.shoal.stage.zarr;

import dev.shoal.stage.Load;
import dev.shoal.stage.Progress;
import dev.shoal.stage.StageException;
import dev.shoal.stage.Task;
import dev.shoal.stage.TaskCounts;
import dev.shoal.stage.Workers;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;

/** Puts staged chunks, then documents, in their place; may be done again from the beginning at any time. */
final class PlaceStage {

    private static final int TASKS_PER_CORE = 4;

    private final Workers workers;
    private final Progress progress;

    PlaceStage(Workers workers, Progress progress) {
        this.workers = workers;
        this.progress = progress;
    }

    /** Ends work whose chunks are all ready. */
    void run(StoreJournal journal, StoreJournal.Entry entry) throws IOException {
        WorkFolder folder = journal.folder(entry.plan());
        Map<String, byte[]> documents = folder.waiting();
        if (entry.phase() == StoreJournal.Phase.CLOSED) {
            folder.close(documents);
        }
        List<WorkFolder.Staged> staged = folder.staged();
        if (!staged.isEmpty()) {
            Load load = new Load(
                    "Putting replaced chunks of " + journal.root() + " in their place",
                    staged.size(),
                    staged.stream().mapToLong(WorkFolder.Staged::bytes).sum());
            List<String> keys = staged.stream().map(WorkFolder.Staged::key).toList();
            try {
                workers.run(
                        load,
                        progress,
                        keys,
                        workers.parallelism(load) * TASKS_PER_CORE,
                        new Chunks(journal.root(), entry.plan()));
            } catch (Exception error) { // Spark throws checked ones too.
                throw StageException.ofStore(journal.root(), error);
            }
        }
        folder.place(documents);
    }

    /** Puts a chunk in its place. */
    private record Chunks(String root, String plan) implements Task<String, Long> {

        @Override
        public Long run(String key, Configuration conf, TaskCounts done) throws IOException {
            new WorkFolder(root, plan, conf).place(key);
            done.add(1, 0);
            return 1L;
        }
    }
}
