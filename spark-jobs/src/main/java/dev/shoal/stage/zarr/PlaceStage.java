package dev.shoal.stage.zarr;

import dev.shoal.stage.Progress;
import dev.shoal.stage.SparkWork;
import dev.shoal.stage.StageException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.LongAccumulator;
import org.apache.spark.util.SerializableConfiguration;

/** Puts staged chunks, then documents, in their place; may be done again from the beginning at any time. */
final class PlaceStage {

    private static final int TASKS_PER_CORE = 4;

    private final SparkSession spark;
    private final Progress progress;

    PlaceStage(SparkSession spark, Progress progress) {
        this.spark = spark;
        this.progress = progress;
    }

    /** Ends work whose chunks are all ready. */
    void run(StoreJournal journal, StoreJournal.Entry entry) throws IOException {
        WorkFolder folder = journal.folder(entry.plan());
        Map<String, byte[]> documents = folder.waiting();
        if (entry.phase() == StoreJournal.Phase.CLOSED) {
            folder.close(documents);
        }
        List<String> keys = folder.staged();
        if (!keys.isEmpty()) {
            try {
                SparkWork.run(
                        spark,
                        "Putting replaced chunks of " + journal.root() + " in their place",
                        keys.size(),
                        progress,
                        shown -> {
                            place(keys, journal.root(), entry.plan(), shown);
                            return keys.size();
                        });
            } catch (Exception error) { // Spark throws checked ones too.
                throw StageException.ofStore(journal.root(), error);
            }
        }
        folder.place(documents);
    }

    private void place(List<String> keys, String root, String plan, SparkWork shown) {
        JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        Broadcast<SerializableConfiguration> conf =
                context.broadcast(new SerializableConfiguration(context.hadoopConfiguration()));
        LongAccumulator done = shown.units();
        int parts = Math.min(keys.size(), context.defaultParallelism() * TASKS_PER_CORE);
        context.parallelize(keys, parts).foreachPartition(part -> {
            WorkFolder folder = new WorkFolder(root, plan, conf.value().value());
            while (part.hasNext()) {
                folder.place(part.next());
                done.add(1);
            }
        });
    }
}
