package dev.shoal.stage.zarr;

import dev.shoal.stage.Progress;
import dev.shoal.stage.SparkWork;
import dev.shoal.stage.StageException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.LongAccumulator;
import org.apache.spark.util.SerializableConfiguration;

/** Writes boxes of chunks on the cluster; each that is done is marked, and marked ones are passed over. */
final class WriteStage {

    /** Tasks for each core, so that one slow task does not hold up the end. */
    private static final int TASKS_PER_CORE = 8;

    private final SparkSession spark;
    private final Progress progress;

    WriteStage(SparkSession spark, Progress progress) {
        this.spark = spark;
        this.progress = progress;
    }

    /** Writes what is not marked yet. */
    void run(StoreWork work, List<StoreWork.Unit> units, String root) throws IOException {
        Configuration conf = spark.sparkContext().hadoopConfiguration();
        Set<String> marks = new StoreJournal(root, conf).marks();
        List<StoreWork.Unit> open = new ArrayList<>();
        for (StoreWork.Unit unit : units) {
            if (!marks.contains(work.mark(unit))) {
                open.add(unit);
            }
        }
        if (open.isEmpty()) {
            return;
        }
        try {
            SparkWork.run(spark, "Writing the chunks of " + root, open.size(), progress, shown -> {
                write(work, open, root, shown);
                return open.size();
            });
        } catch (Exception error) { // Spark throws checked ones too.
            throw StageException.ofStore(root, error);
        }
    }

    private void write(StoreWork work, List<StoreWork.Unit> units, String root, SparkWork shown) {
        JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        Broadcast<StoreWork> shared = context.broadcast(work);
        Broadcast<SerializableConfiguration> conf =
                context.broadcast(new SerializableConfiguration(context.hadoopConfiguration()));
        LongAccumulator done = shown.units();
        LongAccumulator bytes = shown.bytes();
        int parts = (int) Math.min(units.size(), (long) context.defaultParallelism() * TASKS_PER_CORE);
        context.parallelize(units, parts)
                .foreachPartition(part ->
                        writeAll(part, shared.value(), root, conf.value().value(), done, bytes));
        shared.destroy();
    }

    private static void writeAll(
            Iterator<StoreWork.Unit> units,
            StoreWork work,
            String root,
            Configuration conf,
            LongAccumulator done,
            LongAccumulator bytes)
            throws IOException {
        StoreJournal journal = new StoreJournal(root, conf);
        try (BoxWriter writer = new BoxWriter(work, root, journal.staging(), conf)) {
            while (units.hasNext()) {
                StoreWork.Unit unit = units.next();
                bytes.add(writer.write(unit));
                journal.mark(work.mark(unit));
                done.add(1);
            }
        }
    }
}
