package dev.shoal.stage.zarr;

import dev.shoal.plan.NumberRuns;
import dev.shoal.stage.Progress;
import dev.shoal.stage.SparkWork;
import dev.shoal.stage.StageException;
import java.io.IOException;
import java.util.Iterator;
import java.util.PrimitiveIterator;
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
    void run(StoreWork work, NumberRuns units, WorkFolder folder) throws IOException {
        NumberRuns open = units.without(folder.marks(work));
        if (open.isEmpty()) {
            return;
        }
        String root = folder.root();
        try {
            SparkWork.run(spark, "Writing the chunks of " + root, open.count(), progress, shown -> {
                write(work, open, folder, shown);
                return open.count();
            });
        } catch (Exception error) { // Spark throws checked ones too.
            throw StageException.ofStore(root, error);
        }
    }

    private void write(StoreWork work, NumberRuns units, WorkFolder folder, SparkWork shown) {
        JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        Broadcast<StoreWork> shared = context.broadcast(work);
        Broadcast<SerializableConfiguration> conf =
                context.broadcast(new SerializableConfiguration(context.hadoopConfiguration()));
        LongAccumulator done = shown.units();
        LongAccumulator bytes = shown.bytes();
        int parts = (int) Math.min(units.count(), (long) context.defaultParallelism() * TASKS_PER_CORE);
        String root = folder.root();
        String plan = folder.plan();
        context.parallelize(units.parts(parts), parts)
                .foreachPartition(part ->
                        writeAll(part, shared.value(), root, plan, conf.value().value(), done, bytes));
        shared.destroy();
    }

    private static void writeAll(
            Iterator<NumberRuns> shares,
            StoreWork work,
            String root,
            String plan,
            Configuration conf,
            LongAccumulator done,
            LongAccumulator bytes)
            throws IOException {
        WorkFolder folder = new WorkFolder(root, plan, conf);
        try (BoxWriter writer = new BoxWriter(work, root, folder.staging(), conf)) {
            while (shares.hasNext()) {
                PrimitiveIterator.OfLong numbers = shares.next().iterator();
                while (numbers.hasNext()) {
                    StoreWork.Unit unit = work.unit(numbers.nextLong());
                    bytes.add(writer.write(unit));
                    folder.mark(work.mark(unit));
                    done.add(1);
                }
            }
        }
    }
}
