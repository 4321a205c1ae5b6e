package dev.shoal.stage;

import dev.shoal.stage.zarr.ChunkLayout;
import dev.shoal.stage.zarr.RechunkLayout;
import dev.shoal.stage.zarr.RechunkRequest;
import dev.shoal.stage.zarr.RechunkStage;
import dev.shoal.zarr.StoreForm;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.LongAccumulator;
import org.apache.spark.util.SerializableConfiguration;

/** Makes the other layouts of a dataset of fields out of its first store, and carries new steps over to them. */
final class LayoutStage {

    private final SparkSession spark;
    private final long taskBytes;
    private final Progress progress;

    /**
     * Prepares the stage.
     *
     * @param taskBytes most that a task may hold in memory
     */
    LayoutStage(SparkSession spark, long taskBytes, Progress progress) {
        this.spark = spark;
        this.taskBytes = taskBytes;
        this.progress = progress;
    }

    /** Makes the store of a layout, all of it, of a first store that is whole; a stopped call is gone on with. */
    void build(GridPlanning planning, OtherLayout other, String main, String store) throws IOException {
        RechunkRequest request = new RechunkRequest(
                main,
                store,
                List.of(new ChunkLayout("", Map.of(), StoreForm.STANDARD)),
                List.of(),
                taskBytes,
                Long.MAX_VALUE,
                Optional.empty());
        JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        RechunkLayout layout = RechunkLayout.of(
                request,
                planning.attributes(),
                other.layout().arrays(),
                context.hadoopConfiguration(),
                context.defaultParallelism());
        new RechunkStage(spark, progress).run(layout);
    }

    /**
     * Writes the chunks of the new steps; readers see none of them before the store's documents say so.
     *
     * @param ledger folder of the units that are done
     */
    void extend(GridPlanning planning, OtherLayout other, String main, String store, String ledger) {
        LayoutJob job = new LayoutJob(
                other.plan(),
                main,
                planning.layout().arrays(),
                store,
                other.layout().arrays(),
                ledger + "/" + other.name());
        String what = "Writing the chunks of layout " + other.name();
        SparkWork.run(spark, what, other.plan().unitCount(), progress, work -> units(job, work));
    }

    private long units(LayoutJob job, SparkWork work) {
        JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        Broadcast<LayoutJob> shared = context.broadcast(job);
        Broadcast<SerializableConfiguration> conf =
                context.broadcast(new SerializableConfiguration(context.hadoopConfiguration()));
        LongAccumulator units = work.units();
        LongAccumulator bytes = work.bytes();
        long count = job.plan().unitCount();
        int parts = GridUnits.parts(count, context.defaultParallelism());
        return context.parallelize(GridUnits.slices(count, parts), parts)
                .mapPartitions(
                        slice -> writeAll(slice, shared.value(), conf.value().value(), units, bytes))
                .reduce(Long::sum);
    }

    private static Iterator<Long> writeAll(
            Iterator<long[]> slices, LayoutJob job, Configuration conf, LongAccumulator units, LongAccumulator bytes) {
        long sum = 0;
        try (LayoutUnitWriter writer = new LayoutUnitWriter(job, conf)) {
            while (slices.hasNext()) {
                long[] slice = slices.next();
                for (long ordinal = slice[0]; ordinal < slice[1]; ordinal++) {
                    long written = writer.write(ordinal);
                    units.add(1);
                    bytes.add(written);
                    sum += written;
                }
            }
        } catch (IOException error) {
            throw StageException.store(job.store(), error);
        }
        return List.of(sum).iterator();
    }
}
