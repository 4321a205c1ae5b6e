package dev.shoal.stage.zarr;

import dev.shoal.stage.Progress;
import dev.shoal.stage.SparkWork;
import dev.shoal.zarr.virtual.ArrayPlan;
import dev.shoal.zarr.virtual.VirtualPlan;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.LongAccumulator;
import org.apache.spark.util.SerializableConfiguration;
import scala.Tuple2;

/**
 * Writes references in parts: what stays in files and what is copied is brought together by part, each of which one
 * task writes. No process holds more than the parts of its tasks.
 *
 * @param plan of the store
 * @param tasks of its output
 */
record VirtualWriting(VirtualPlan plan, VirtualOutput.Tasks tasks, SparkSession spark, Progress progress) {

    private static final int MOST_WRITERS = 4096;

    /** Writes all parts and returns the answers of their tasks. */
    List<byte[]> write(VirtualScans scans) {
        List<long[]> rows = new ArrayList<>();
        long parts = 0;
        for (int i = 0; i < plan.arrays().size(); i++) {
            ArrayPlan array = plan.arrays().get(i);
            for (long row : array.copiedRows()) {
                rows.add(new long[] {i, row});
            }
            parts += array.isHeld() || array.array().grid().count() == 0
                    ? 0
                    : tasks.part(array, array.array().grid().count() - 1) + 1;
        }
        long all = parts;
        return SparkWork.run(
                spark,
                rows.isEmpty() ? "Writing references" : "Copying chunks and writing references",
                all + rows.size(),
                progress,
                work -> write(scans, rows, all, work));
    }

    private List<byte[]> write(VirtualScans scans, List<long[]> rows, long parts, SparkWork work) {
        JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        Broadcast<SerializableConfiguration> conf = scans.conf();
        LongAccumulator done = work.units();
        VirtualWriter writer = new VirtualWriter(plan, tasks);
        JavaPairRDD<Long, byte[]> pieces = scans.found().map(Tuple2::_2).mapPartitionsToPair(writer::staying);
        if (!rows.isEmpty()) {
            int slices = Math.min(rows.size(), context.defaultParallelism() * 64);
            JavaRDD<long[]> copied = context.parallelize(rows, slices);
            pieces = pieces.union(copied.mapPartitionsToPair(
                    some -> writer.copied(some, conf.value().value(), done::add)));
        }
        int writers = (int) Math.min(MOST_WRITERS, Math.max(context.defaultParallelism(), parts));
        return pieces.groupByKey(writers)
                .map(part -> {
                    byte[] answer =
                            writer.write(part._1(), part._2(), conf.value().value());
                    done.add(1);
                    return answer;
                })
                .collect();
    }
}
