package dev.shoal.stage.zarr;

import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.VariableHeader;
import dev.shoal.stage.SparkWork;
import dev.shoal.stage.StageException;
import dev.shoal.zarr.ZarrStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.HashPartitioner;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.rdd.ShuffledRDD;
import org.apache.spark.util.LongAccumulator;
import org.apache.spark.util.SerializableConfiguration;
import org.apache.spark.util.TaskCompletionListener;
import scala.Tuple2;
import scala.reflect.ClassTag;
import scala.reflect.ClassTag$;

/**
 * Carries the cells of one array through Spark.
 *
 * <p>A piece is a pair of a number and bytes, see {@link RechunkSerializer}: Spark sorts such records by partition as
 * bytes and spills them. A partition is one box, so the task that receives it pastes each piece as it comes and holds
 * no other.
 */
final class RechunkSpark {

    private static final int TASKS_PER_CORE = 4;
    private static final long MOST_READ_BYTES = 256L << 20;

    private final JavaSparkContext context;
    private final Broadcast<RechunkWork> shared;
    private final Broadcast<SerializableConfiguration> conf;
    private final RechunkWork work;
    private final LongAccumulator units;

    /** Sends the work to the executors. */
    RechunkSpark(JavaSparkContext context, RechunkWork work, SparkWork counted) {
        this.context = context;
        this.work = work;
        this.shared = context.broadcast(work);
        this.conf = context.broadcast(new SerializableConfiguration(context.hadoopConfiguration()));
        this.units = counted.units();
    }

    /** Writes all boxes that are to be written; returns the number of chunks. */
    long run() throws IOException {
        return switch (work.plan().way()) {
            case DIRECT -> direct();
            case SHUFFLE -> shuffled();
            case INTERMEDIATE -> stored();
        };
    }

    private long direct() {
        Broadcast<RechunkWork> sent = shared;
        Broadcast<SerializableConfiguration> settings = conf;
        LongAccumulator written = units;
        return slices(0)
                .mapPartitions(boxes -> List.of(
                                directly(boxes, sent.value(), settings.value().value(), written))
                        .iterator())
                .reduce(Long::sum);
    }

    /** One task has one open file. */
    private static long directly(
            Iterator<int[]> slices, RechunkWork work, Configuration conf, LongAccumulator written) {
        long chunks = 0;
        try (ArrayFile file = RechunkTasks.open(work, conf)) {
            ZarrStore store = work.store(conf);
            Iterator<Long> ordinals = ordinals(slices, 0, work);
            while (ordinals.hasNext()) {
                long some = RechunkTasks.direct(work, file, store, ordinals.next());
                written.add(some);
                chunks += some;
            }
        } catch (IOException error) {
            throw StageException.store(work.target(), error);
        }
        return chunks;
    }

    private long shuffled() {
        Broadcast<RechunkWork> sent = shared;
        Broadcast<SerializableConfiguration> settings = conf;
        LongAccumulator written = units;
        JavaRDD<Tuple2<Integer, byte[]>> pieces = slices(0)
                .mapPartitions(
                        boxes -> read(boxes, sent.value(), settings.value().value()));
        int last = work.stages() - 1;
        for (int stage = 1; stage < last; stage++) {
            int between = stage;
            pieces = exchanged(pieces, work.count(stage)).mapPartitions(come -> passedOn(sent.value(), between, come));
        }
        return exchanged(pieces, work.count(last))
                .mapPartitions(come -> List.of(
                                written(sent.value(), come, settings.value().value(), written))
                        .iterator())
                .reduce(Long::sum);
    }

    /** One job for each stage; all pieces of one are there before the next begins. */
    private long stored() throws IOException {
        Broadcast<RechunkWork> sent = shared;
        Broadcast<SerializableConfiguration> settings = conf;
        LongAccumulator written = units;
        int last = work.stages() - 1;
        for (int stage = 0; stage < last; stage++) {
            int from = stage;
            slices(stage)
                    .foreachPartition(boxes ->
                            put(boxes, from, sent.value(), settings.value().value()));
        }
        long chunks = slices(last)
                .mapPartitions(boxes -> List.of(
                                taken(boxes, sent.value(), settings.value().value(), written))
                        .iterator())
                .reduce(Long::sum);
        new RechunkParcels(work, context.hadoopConfiguration()).delete();
        return chunks;
    }

    private static void put(Iterator<int[]> slices, int stage, RechunkWork work, Configuration conf)
            throws IOException {
        RechunkParcels parcels = new RechunkParcels(work, conf);
        Iterator<Long> boxes = ordinals(slices, stage, work);
        if (stage == 0) {
            try (ArrayFile file = RechunkTasks.open(work, conf)) {
                VariableHeader variable = RechunkTasks.variable(work, file);
                parcels.put(0, new RechunkCut(work, 0, boxes, box -> file.read(variable, work.window(0, box))));
            }
        } else {
            RechunkCut.Boxes joined = box -> RechunkTasks.joined(work, stage, box, parcels.of(stage, box));
            parcels.put(stage, new RechunkCut(work, stage, boxes, joined));
        }
    }

    private static long taken(Iterator<int[]> slices, RechunkWork work, Configuration conf, LongAccumulator written) {
        int stage = work.stages() - 1;
        long chunks = 0;
        try {
            RechunkParcels parcels = new RechunkParcels(work, conf);
            ZarrStore store = work.store(conf);
            Iterator<Long> boxes = ordinals(slices, stage, work);
            while (boxes.hasNext()) {
                long box = boxes.next();
                long some = RechunkTasks.write(work, store, box, parcels.of(stage, box));
                written.add(some);
                chunks += some;
            }
        } catch (IOException error) {
            throw StageException.store(work.target(), error);
        }
        return chunks;
    }

    private static Iterator<Tuple2<Integer, byte[]>> read(Iterator<int[]> slices, RechunkWork work, Configuration conf)
            throws IOException {
        ArrayFile file = RechunkTasks.open(work, conf);
        TaskContext.get().addTaskCompletionListener((TaskCompletionListener) task -> close(file));
        VariableHeader variable = RechunkTasks.variable(work, file);
        return new RechunkCut(
                work, 0, ordinals(slices, 0, work), ordinal -> file.read(variable, work.window(0, ordinal)));
    }

    private static void close(ArrayFile file) {
        try {
            file.close();
        } catch (IOException error) {
            throw StageException.store(file.location(), error);
        }
    }

    private static Iterator<Tuple2<Integer, byte[]>> passedOn(
            RechunkWork work, int stage, Iterator<Tuple2<Integer, byte[]>> come) {
        if (!come.hasNext()) {
            return Collections.emptyIterator();
        }
        long ordinal = work.ordinal(stage, TaskContext.getPartitionId());
        return new RechunkCut(
                work, stage, List.of(ordinal).iterator(), box -> RechunkTasks.joined(work, stage, box, bytes(come)));
    }

    private static long written(
            RechunkWork work, Iterator<Tuple2<Integer, byte[]>> come, Configuration conf, LongAccumulator written) {
        try {
            long ordinal = work.ordinal(work.stages() - 1, TaskContext.getPartitionId());
            long chunks = RechunkTasks.write(work, work.store(conf), ordinal, bytes(come));
            written.add(chunks);
            return chunks;
        } catch (IOException error) {
            throw StageException.store(work.target(), error);
        }
    }

    private static Iterator<byte[]> bytes(Iterator<Tuple2<Integer, byte[]>> pieces) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return pieces.hasNext();
            }

            @Override
            public byte[] next() {
                return pieces.next()._2();
            }
        };
    }

    private JavaRDD<Tuple2<Integer, byte[]>> exchanged(JavaRDD<Tuple2<Integer, byte[]>> pieces, int boxes) {
        ClassTag<Integer> keys = ClassTag$.MODULE$.apply(Integer.class);
        ClassTag<byte[]> values = ClassTag$.MODULE$.apply(byte[].class);
        ShuffledRDD<Integer, byte[], byte[]> shuffled =
                new ShuffledRDD<>(pieces.rdd(), new HashPartitioner(boxes), keys, values, values);
        shuffled.setSerializer(new RechunkSerializer());
        return JavaRDD.fromRDD(shuffled, ClassTag$.MODULE$.apply(Tuple2.class));
    }

    /** Shares places out: to so many tasks that each core has some, and none reads for too long. */
    private JavaRDD<int[]> slices(int stage) {
        int count = work.count(stage);
        long large = work.plan().bytes() / MOST_READ_BYTES;
        long most = Math.max(large, (long) context.defaultParallelism() * TASKS_PER_CORE);
        int parts = (int) Math.max(1, Math.min(count, most));
        List<int[]> slices = new ArrayList<>();
        for (int part = 0; part < parts; part++) {
            slices.add(new int[] {(int) ((long) count * part / parts), (int) ((long) count * (part + 1) / parts)});
        }
        return context.parallelize(slices, parts);
    }

    private static Iterator<Long> ordinals(Iterator<int[]> slices, int stage, RechunkWork work) {
        int[] slice = slices.next();
        return LongStream.range(slice[0], slice[1])
                .map(place -> work.ordinal(stage, (int) place))
                .iterator();
    }
}
