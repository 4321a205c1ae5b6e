package dev.shoal.stage.zarr;

import dev.shoal.netcdf.Attributes;
import dev.shoal.plan.PyramidGrid;
import dev.shoal.stage.Progress;
import dev.shoal.stage.SparkWork;
import dev.shoal.stage.StageException;
import dev.shoal.zarr.ZarrArray;
import dev.shoal.zarr.ZarrStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.LongAccumulator;
import org.apache.spark.util.SerializableConfiguration;

/**
 * Makes a pyramid: level 0 by a {@link RechunkStage rechunk}, the levels above of the chunks of level 0, the documents
 * last. A run that was stopped is gone on with by the same call.
 *
 * <p>Law: a cell of level k is the mean of the values that count of the cells of level 0 below it, whatever is missing.
 */
public final class PyramidStage {

    private static final int TASKS_PER_CORE = 2;

    private final SparkSession spark;
    private final Progress progress;

    /** Prepares the stage. */
    public PyramidStage(SparkSession spark, Progress progress) {
        this.spark = spark;
        this.progress = progress;
    }

    /**
     * Makes the store.
     *
     * @throws StageException where the target holds anything else, or a store fails; what was written stays, and the
     *     same call goes on from there
     */
    public RechunkOutcome run(PyramidLayout layout) {
        return new RechunkStage(spark, progress).run(layout.base(), new Levels(layout));
    }

    /** The levels above level 0. */
    private final class Levels implements DerivedArrays {

        private final PyramidLayout layout;

        Levels(PyramidLayout layout) {
            this.layout = layout;
        }

        @Override
        public String text() {
            return layout.text();
        }

        @Override
        public List<ZarrArray> arrays() {
            return layout.made();
        }

        @Override
        public List<String> groups() {
            return layout.groups();
        }

        @Override
        public Attributes attributes() {
            return layout.attributes();
        }

        @Override
        public long write(String target, Set<String> there, Configuration conf) throws IOException {
            ZarrStore store = ZarrStore.of(target, conf, Attributes.NONE, arrays());
            long written = 0;
            for (PyramidCoordinate coordinate : layout.coordinates()) {
                if (!areThere(coordinate.levels(), there)) {
                    coordinate.write(store);
                    written += chunks(coordinate.levels());
                }
            }
            for (PyramidArray array : layout.averaged()) {
                if (!areThere(array.levels(), there)) {
                    average(array, target);
                    written += chunks(array.levels());
                }
            }
            RechunkParcels.delete(target, conf);
            return written;
        }
    }

    private static long chunks(List<ZarrArray> arrays) {
        return arrays.stream().mapToLong(array -> array.grid().count()).sum();
    }

    private static boolean areThere(List<ZarrArray> arrays, Set<String> there) {
        return arrays.stream()
                .allMatch(array -> LongStream.range(0, array.grid().count())
                        .allMatch(chunk ->
                                there.contains(array.chunkKey(array.grid().index(chunk)))));
    }

    /** One pass where the highest level has a chunk for each core, else two. */
    private void average(PyramidArray array, String target) {
        PyramidGrid grid = array.grid();
        int tasks = spark.sparkContext().defaultParallelism() * TASKS_PER_CORE;
        int between = grid.levelOf(tasks);
        SparkWork.run(spark, "Averaging " + array.base().path(), chunks(array.levels()), progress, counted -> {
            pass(new PyramidPass(array, target, 0, between), counted.units());
            if (between < grid.levels()) {
                pass(new PyramidPass(array, target, between, grid.levels()), counted.units());
            }
            return between;
        });
    }

    private void pass(PyramidPass pass, LongAccumulator units) {
        JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        Broadcast<PyramidPass> sent = context.broadcast(pass);
        Broadcast<SerializableConfiguration> conf =
                context.broadcast(new SerializableConfiguration(context.hadoopConfiguration()));
        List<Long> chunks = new ArrayList<>();
        LongStream.range(0, pass.array().grid().grid(pass.highest()).count()).forEach(chunks::add);
        int parts = Math.max(1, Math.min(chunks.size(), 64 * context.defaultParallelism()));
        context.parallelize(chunks, parts).foreachPartition(ordinals -> {
            while (ordinals.hasNext()) {
                units.add(sent.value().make(ordinals.next(), conf.value().value()));
            }
        });
    }
}
