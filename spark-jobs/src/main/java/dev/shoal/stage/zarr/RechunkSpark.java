package dev.shoal.stage.zarr;

import dev.shoal.netcdf.ArrayBlock;
import dev.shoal.netcdf.ArrayFile;
import dev.shoal.plan.Window;
import dev.shoal.stage.SparkWork;
import dev.shoal.stage.StageException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
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
 * Carries the cells of one array through Spark, to all layouts that share its reads.
 *
 * <p>A piece is a pair of a number and bytes, see {@link RechunkSerializer}: Spark sorts such records by partition as
 * bytes and spills them. A partition is one box, so the task that receives it pastes each piece as it comes and holds
 * no other.
 */
final class RechunkSpark {

    private static final int TASKS_PER_CORE = 4;
    private static final long MOST_READ_BYTES = 256L << 20;

    private final JavaSparkContext context;
    private final Broadcast<RechunkShare> shared;
    private final Broadcast<SerializableConfiguration> conf;
    private final RechunkShare share;
    private final LongAccumulator units;

    /** Sends the work to the executors. */
    RechunkSpark(JavaSparkContext context, RechunkShare share, SparkWork counted) {
        this.context = context;
        this.share = share;
        this.shared = context.broadcast(share);
        this.conf = context.broadcast(new SerializableConfiguration(context.hadoopConfiguration()));
        this.units = counted.units();
    }

    /**
     * Writes all boxes that are to be written.
     *
     * @return the number of boxes
     */
    long run() throws IOException {
        boolean several = share.works().size() > 1;
        switch (share.first().plan().way()) {
            case DIRECT -> {
                if (several) {
                    shuffled();
                } else {
                    direct();
                }
            }
            case SHUFFLE -> shuffled();
            case INTERMEDIATE -> stored();
        }
        return share.works().stream()
                .mapToLong(work -> work.count(work.stages() - 1))
                .sum();
    }

    private void direct() {
        Broadcast<RechunkShare> sent = shared;
        Broadcast<SerializableConfiguration> settings = conf;
        LongAccumulator written = units;
        slices(share.first().needed().get(0))
                .foreachPartition(boxes -> directly(
                        boxes.next(), sent.value().first(), settings.value().value(), written));
    }

    /** One task has one open file. */
    private static void directly(long[] boxes, RechunkWork work, Configuration conf, LongAccumulator written) {
        try (ArrayFile file = RechunkTask.open(work, conf);
                RechunkTask task = new RechunkTask(work, conf)) {
            for (long box : boxes) {
                task.direct(work, file, box);
                written.add(work.plan().target().touching(work.window(0, box)).size());
            }
        } catch (IOException error) {
            throw StageException.store(work.target(), error);
        }
    }

    private void shuffled() {
        Broadcast<RechunkShare> sent = shared;
        Broadcast<SerializableConfiguration> settings = conf;
        LongAccumulator written = units;
        JavaRDD<Tuple2<Integer, byte[]>> pieces = slices(share.boxes())
                .mapPartitions(boxes ->
                        read(boxes.next(), sent.value(), settings.value().value(), written));
        RechunkShare passed = share.passed();
        if (passed.works().isEmpty()) {
            pieces.count();
            return;
        }
        int last = passed.first().stages() - 1;
        for (int stage = 1; stage < last; stage++) {
            int between = stage;
            pieces = exchanged(pieces, passed.partitions(stage))
                    .mapPartitions(come -> passedOn(
                            sent.value(), between, come, settings.value().value()));
        }
        exchanged(pieces, passed.partitions(last))
                .foreachPartition(come ->
                        written(sent.value().passed(), come, settings.value().value(), written));
    }

    /** One job for each stage; all pieces of one are there before the next begins. */
    private void stored() throws IOException {
        Broadcast<RechunkShare> sent = shared;
        Broadcast<SerializableConfiguration> settings = conf;
        LongAccumulator written = units;
        List<long[]> needed = share.first().needed();
        int last = needed.size() - 1;
        for (int stage = 0; stage < last; stage++) {
            int from = stage;
            slices(needed.get(stage))
                    .foreachPartition(boxes -> put(
                            boxes.next(), from, sent.value(), settings.value().value()));
        }
        slices(needed.get(last))
                .foreachPartition(boxes -> taken(
                        boxes.next(), sent.value().first(), settings.value().value(), written));
        new RechunkParcels(share.first(), context.hadoopConfiguration()).delete();
    }

    private static void put(long[] ordinals, int stage, RechunkShare share, Configuration conf) throws IOException {
        RechunkWork work = share.first();
        RechunkParcels parcels = new RechunkParcels(work, conf);
        Iterator<Long> boxes = LongStream.of(ordinals).iterator();
        try (RechunkTask task = new RechunkTask(work, conf)) {
            if (stage == 0) {
                try (ArrayFile file = RechunkTask.open(work, conf)) {
                    RechunkCut.Boxes read = box -> task.read(work, file, work.window(0, box));
                    parcels.put(0, new RechunkCut(share, 0, boxes, read));
                }
            } else {
                RechunkCut.Boxes joined = box -> task.joined(work, stage, box, parcels.of(stage, box));
                parcels.put(stage, new RechunkCut(share, stage, boxes, joined));
            }
        }
    }

    private static void taken(long[] boxes, RechunkWork work, Configuration conf, LongAccumulator written) {
        int stage = work.stages() - 1;
        try (RechunkTask task = new RechunkTask(work, conf)) {
            RechunkParcels parcels = new RechunkParcels(work, conf);
            for (long box : boxes) {
                task.write(work, box, parcels.of(stage, box));
                written.add(
                        work.plan().target().touching(work.window(stage, box)).size());
            }
        } catch (IOException error) {
            throw StageException.store(work.target(), error);
        }
    }

    /** Reads boxes, writes the layouts that they hold whole chunks of, and cuts pieces for the others. */
    private static Iterator<Tuple2<Integer, byte[]>> read(
            long[] boxes, RechunkShare share, Configuration conf, LongAccumulator written) throws IOException {
        RechunkWork first = share.first();
        ArrayFile file = RechunkTask.open(first, conf);
        TaskContext.get().addTaskCompletionListener((TaskCompletionListener) ended -> close(file));
        RechunkTask task = closing(new RechunkTask(first, conf));
        List<RechunkWork> inPlace = share.inPlace();
        RechunkCut.Boxes cells = box -> {
            Window window = first.window(0, box);
            ArrayBlock block = task.read(first, file, window);
            for (RechunkWork work : inPlace) {
                if (work.place(0, box) >= 0) {
                    task.write(work, window, block);
                    written.add(work.plan().target().touching(window).size());
                }
            }
            return block;
        };
        return new RechunkCut(share.passed(), 0, LongStream.of(boxes).iterator(), cells);
    }

    private static RechunkTask closing(RechunkTask task) {
        TaskContext.get().addTaskCompletionListener((TaskCompletionListener) ended -> task.close());
        return task;
    }

    private static void close(ArrayFile file) {
        try {
            file.close();
        } catch (IOException error) {
            throw StageException.store(file.location(), error);
        }
    }

    private static Iterator<Tuple2<Integer, byte[]>> passedOn(
            RechunkShare share, int stage, Iterator<Tuple2<Integer, byte[]>> come, Configuration conf)
            throws IOException {
        if (!come.hasNext()) {
            return Collections.emptyIterator();
        }
        RechunkWork work = share.first();
        long ordinal = work.ordinal(stage, TaskContext.getPartitionId());
        RechunkTask task = closing(new RechunkTask(work, conf));
        return new RechunkCut(
                share, stage, List.of(ordinal).iterator(), box -> task.joined(work, stage, box, bytes(come)));
    }

    private static void written(
            RechunkShare passed, Iterator<Tuple2<Integer, byte[]>> come, Configuration conf, LongAccumulator written) {
        int stage = passed.first().stages() - 1;
        int partition = TaskContext.getPartitionId();
        int layout = passed.layout(stage, partition);
        RechunkWork work = passed.works().get(layout);
        try (RechunkTask task = new RechunkTask(work, conf)) {
            long ordinal = work.ordinal(stage, partition - passed.firstPartition(stage, layout));
            task.write(work, ordinal, bytes(come));
            written.add(
                    work.plan().target().touching(work.window(stage, ordinal)).size());
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

    /** Shares boxes out: to so many tasks that each core has some, and none reads for too long. */
    private JavaRDD<long[]> slices(long[] boxes) {
        long large = share.first().plan().bytes() / MOST_READ_BYTES;
        long most = Math.max(large, (long) context.defaultParallelism() * TASKS_PER_CORE);
        int parts = (int) Math.max(1, Math.min(boxes.length, most));
        List<long[]> slices = new ArrayList<>();
        for (int part = 0; part < parts; part++) {
            int start = (int) ((long) boxes.length * part / parts);
            int end = (int) ((long) boxes.length * (part + 1) / parts);
            slices.add(Arrays.copyOfRange(boxes, start, end));
        }
        return context.parallelize(slices, parts);
    }
}
