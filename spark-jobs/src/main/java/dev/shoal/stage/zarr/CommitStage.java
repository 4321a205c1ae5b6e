package dev.shoal.stage.zarr;

import dev.shoal.plan.NumberRuns;
import dev.shoal.stage.Progress;
import dev.shoal.stage.SparkWork;
import dev.shoal.stage.StageException;
import dev.shoal.zarr.ZarrFormat;
import dev.shoal.zarr.array.WritableObjects;
import dev.shoal.zarr.icechunk.CommitDraft;
import dev.shoal.zarr.icechunk.IcechunkSession;
import dev.shoal.zarr.icechunk.SessionObjects;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.PrimitiveIterator;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.LongAccumulator;
import org.apache.spark.util.SerializableConfiguration;
import scala.Tuple2;

/**
 * Writes boxes of chunks into an Icechunk repository on the cluster: executors put chunks and manifests, the driver
 * makes one commit of them. What is interrupted shows nothing, and begins anew.
 */
final class CommitStage {

    private static final int TASKS_PER_CORE = 8;

    private final SparkSession spark;
    private final Progress progress;

    CommitStage(SparkSession spark, Progress progress) {
        this.spark = spark;
        this.progress = progress;
    }

    /** Puts the documents that the work makes or changes. */
    @FunctionalInterface
    interface Documents {

        /** Puts them. */
        void put(WritableObjects objects) throws IOException;
    }

    /** Returns work with its arrays in the one version of Zarr that repositories hold. */
    static StoreWork inV3(StoreWork work) {
        List<TargetArray> arrays = new ArrayList<>();
        for (TargetArray target : work.arrays()) {
            arrays.add(new TargetArray(
                    target.array().withFormat(ZarrFormat.V3),
                    target.source(),
                    target.file(),
                    target.axis(),
                    target.form(),
                    target.boxes(),
                    target.oldSteps(),
                    target.before().withFormat(ZarrFormat.V3)));
        }
        return work.of(arrays);
    }

    /**
     * Writes what a work changes, and commits it.
     *
     * @param plan that the work is of
     * @return whether there was anything to commit
     */
    boolean run(CommitTarget target, StoreWork work, String plan, String message, Documents documents)
            throws IOException {
        Configuration conf = spark.sparkContext().hadoopConfiguration();
        try (SessionObjects objects = new SessionObjects(target.session(), conf)) {
            documents.put(objects);
        }
        NumberRuns units = work.units();
        for (byte[] merged : written(target, work, units)) {
            target.session().take(merged);
        }
        if (target.session().isEmpty()) {
            return false;
        }
        target.commit(work, plan, message);
        return true;
    }

    private List<byte[]> written(CommitTarget target, StoreWork work, NumberRuns units) {
        if (units.isEmpty()) {
            return List.of();
        }
        CommitDraft draft = target.session().draft();
        try {
            return SparkWork.run(
                    spark,
                    "Writing the chunks of " + target.name(),
                    units.count(),
                    progress,
                    shown -> write(work, units, draft, shown));
        } catch (Exception error) { // Spark throws checked ones too.
            throw StageException.ofStore(target.name().root(), error);
        }
    }

    /** Answers are few: one for each manifest. */
    private List<byte[]> write(StoreWork work, NumberRuns units, CommitDraft draft, SparkWork shown) {
        JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        Broadcast<StoreWork> shared = context.broadcast(work);
        Broadcast<SerializableConfiguration> conf =
                context.broadcast(new SerializableConfiguration(context.hadoopConfiguration()));
        LongAccumulator done = shown.units();
        LongAccumulator bytes = shown.bytes();
        int parts = (int) Math.min(units.count(), (long) context.defaultParallelism() * TASKS_PER_CORE);
        JavaPairRDD<String, byte[]> packed = context.parallelize(units.parts(parts), parts)
                .mapPartitionsToPair(
                        part -> packed(part, shared.value(), draft, conf.value().value(), done, bytes));
        List<byte[]> merged = packed.groupByKey()
                .map(window ->
                        draft.merged(window._1(), window._2(), conf.value().value()))
                .collect();
        shared.destroy();
        return merged;
    }

    private static Iterator<Tuple2<String, byte[]>> packed(
            Iterator<NumberRuns> shares,
            StoreWork work,
            CommitDraft draft,
            Configuration conf,
            LongAccumulator done,
            LongAccumulator bytes)
            throws IOException {
        IcechunkSession session = draft.session(conf);
        try (SessionObjects before = new SessionObjects(draft.session(conf), conf);
                SessionObjects objects = new SessionObjects(session, conf);
                BoxWriter writer = new BoxWriter(work, before, objects, conf)) {
            while (shares.hasNext()) {
                PrimitiveIterator.OfLong numbers = shares.next().iterator();
                while (numbers.hasNext()) {
                    bytes.add(writer.write(work.unit(numbers.nextLong())));
                    done.add(1);
                }
            }
        }
        List<Tuple2<String, byte[]>> packed = new ArrayList<>();
        draft.packed(session).forEach((window, refs) -> packed.add(new Tuple2<>(window, refs)));
        return packed.iterator();
    }
}
