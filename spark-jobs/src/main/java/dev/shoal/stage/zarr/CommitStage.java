package dev.shoal.stage.zarr;

import dev.shoal.netcdf.Attributes;
import dev.shoal.stage.Progress;
import dev.shoal.stage.SparkWork;
import dev.shoal.stage.StageException;
import dev.shoal.zarr.ZarrArray;
import dev.shoal.zarr.ZarrFormat;
import dev.shoal.zarr.ZarrStore;
import dev.shoal.zarr.array.WritableObjects;
import dev.shoal.zarr.icechunk.CommitDraft;
import dev.shoal.zarr.icechunk.IcechunkSession;
import dev.shoal.zarr.icechunk.SessionObjects;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
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
                    target.oldSteps()));
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
        List<StoreWork.Unit> units = work.units();
        for (byte[] merged : written(target, work, units)) {
            target.session().take(merged);
        }
        if (target.session().isEmpty()) {
            return false;
        }
        target.commit(work, plan, message);
        return true;
    }

    private List<byte[]> written(CommitTarget target, StoreWork work, List<StoreWork.Unit> units) {
        if (units.isEmpty()) {
            return List.of();
        }
        CommitDraft draft = target.session().draft();
        try {
            return SparkWork.run(
                    spark,
                    "Writing the chunks of " + target.name(),
                    units.size(),
                    progress,
                    shown -> write(work, units, draft, shown));
        } catch (Exception error) { // Spark throws checked ones too.
            throw StageException.ofStore(target.name().root(), error);
        }
    }

    /** Answers are few: one for each manifest. */
    private List<byte[]> write(StoreWork work, List<StoreWork.Unit> units, CommitDraft draft, SparkWork shown) {
        JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        Broadcast<StoreWork> shared = context.broadcast(work);
        Broadcast<SerializableConfiguration> conf =
                context.broadcast(new SerializableConfiguration(context.hadoopConfiguration()));
        LongAccumulator done = shown.units();
        LongAccumulator bytes = shown.bytes();
        int parts = (int) Math.min(units.size(), (long) context.defaultParallelism() * TASKS_PER_CORE);
        JavaPairRDD<String, byte[]> packed = context.parallelize(units, parts)
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
            Iterator<StoreWork.Unit> units,
            StoreWork work,
            CommitDraft draft,
            Configuration conf,
            LongAccumulator done,
            LongAccumulator bytes)
            throws IOException {
        IcechunkSession session = draft.session(conf);
        List<ZarrArray> arrays = work.arrays().stream().map(TargetArray::array).toList();
        try (SessionObjects objects = new SessionObjects(session, conf)) {
            ZarrStore store = ZarrStore.of(objects, Attributes.NONE, arrays);
            try (BoxWriter writer = new BoxWriter(work, store, store, conf)) {
                while (units.hasNext()) {
                    bytes.add(writer.write(units.next()));
                    done.add(1);
                }
            }
        }
        List<Tuple2<String, byte[]>> packed = new ArrayList<>();
        draft.packed(session).forEach((window, refs) -> packed.add(new Tuple2<>(window, refs)));
        return packed.iterator();
    }
}
