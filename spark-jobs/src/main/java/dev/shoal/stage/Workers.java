package dev.shoal.stage;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.LongAccumulator;
import org.apache.spark.util.SerializableConfiguration;

/**
 * Who does the tasks of a job: Spark's executors; or threads of this process, where Spark would run in this process too
 * and the work is small. A Spark job takes some tenths of a second before its first task and after its last, and a
 * session takes a second to open: more than a day that is appended to a year.
 *
 * <p>Tasks are the same in both. For one thread.
 */
public final class Workers implements AutoCloseable {

    private final Configuration conf;
    private final Supplier<SparkSession> opening;
    private final Place place;
    private final int cores;
    private final long heapBytes;
    private Optional<SparkSession> session;
    private boolean isOwn;

    /** Where tasks are done. */
    private enum Place {
        HERE,
        SMALL_HERE,
        CLUSTER
    }

    private Workers(
            Configuration conf,
            Supplier<SparkSession> opening,
            Optional<SparkSession> session,
            Place place,
            int cores,
            long heapBytes) {
        this.conf = conf;
        this.opening = opening;
        this.session = session;
        this.place = place;
        this.cores = cores;
        this.heapBytes = heapBytes;
    }

    /** Takes those of a session, and this process for small work where the session runs in it; closes nothing. */
    public static Workers of(SparkSession spark) {
        return of(spark, spark.sparkContext().isLocal() ? Place.SMALL_HERE : Place.CLUSTER);
    }

    /** Takes those of a session for all work, small or not; closes nothing. */
    public static Workers cluster(SparkSession spark) {
        return of(spark, Place.CLUSTER);
    }

    /** Takes those of a session for all work, small or not, and closes the session with this. */
    public static Workers owning(SparkSession spark) {
        Workers workers = cluster(spark);
        workers.isOwn = true;
        return workers;
    }

    private static Workers of(SparkSession spark, Place place) {
        SparkContext context = spark.sparkContext();
        SparkConf set = context.conf();
        return new Workers(
                context.hadoopConfiguration(),
                () -> spark,
                Optional.of(spark),
                place,
                context.isLocal() ? context.defaultParallelism() : set.getInt("spark.executor.cores", 4),
                context.isLocal()
                        ? Runtime.getRuntime().maxMemory()
                        : set.getSizeAsMb("spark.executor.memory", "1g") << 20);
    }

    /**
     * Takes this process, and a session in it once there is work that is not small.
     *
     * @param conf of the file systems
     * @param session opens a session that runs in this process, on all of its cores; it is closed with this
     */
    public static Workers opening(Configuration conf, Supplier<SparkSession> session) {
        Runtime here = Runtime.getRuntime();
        return new Workers(
                conf, session, Optional.empty(), Place.SMALL_HERE, here.availableProcessors(), here.maxMemory());
    }

    /**
     * Takes this process for all work, large or not: for work whose tasks bound their own memory and pass nothing on.
     *
     * @param conf of the file systems
     */
    public static Workers here(Configuration conf) {
        Runtime here = Runtime.getRuntime();
        return new Workers(
                conf,
                () -> {
                    throw new IllegalStateException("Cannot open a session: all work is done in this process.");
                },
                Optional.empty(),
                Place.HERE,
                here.availableProcessors(),
                here.maxMemory());
    }

    /** Returns the settings of the file systems. */
    public Configuration conf() {
        return conf;
    }

    /** Tells whether all work is done in this process. */
    public boolean isHere() {
        return place == Place.HERE;
    }

    /** Returns the number of tasks that an executor runs at a time. */
    public int cores() {
        return cores;
    }

    /** Returns the memory of an executor. */
    public long heapBytes() {
        return heapBytes;
    }

    /** Returns the session, which is opened where it is not. */
    public SparkSession spark() {
        if (session.isEmpty()) {
            session = Optional.of(opening.get());
            isOwn = true;
        }
        return session.get();
    }

    /** Returns how many tasks run at a time for some work. */
    public int parallelism(Load load) {
        return isHere(load) ? cores : parallelism();
    }

    /** Returns how many tasks run at a time, on all executors together. */
    public int parallelism() {
        return place == Place.CLUSTER ? spark().sparkContext().defaultParallelism() : cores;
    }

    private boolean isHere(Load load) {
        return place == Place.HERE || (place == Place.SMALL_HERE && load.isSmall());
    }

    /**
     * Runs a task over shares.
     *
     * @param most tasks that the shares are put into, for Spark
     * @return what came of each, in order
     * @throws IOException where a task fails in this process; Spark throws its own exceptions with that as a cause
     */
    public <S, R> List<R> run(Load load, Progress progress, List<S> shares, int most, Task<S, R> task)
            throws IOException {
        return isHere(load)
                ? LocalTasks.run(load, progress, cores, shares, task, conf)
                : SparkWork.run(
                        spark(), load.what(), load.units(), progress, shown -> inSpark(shares, most, task, shown));
    }

    private <S, R> List<R> inSpark(List<S> shares, int most, Task<S, R> task, SparkWork shown) {
        JavaSparkContext context = JavaSparkContext.fromSparkContext(spark().sparkContext());
        Broadcast<Task<S, R>> shared = context.broadcast(task);
        Broadcast<SerializableConfiguration> settings = context.broadcast(new SerializableConfiguration(conf));
        Accumulators done = new Accumulators(shown.units(), shown.bytes());
        int parts = Math.max(1, Math.min(shares.size(), most));
        JavaRDD<R> each = context.parallelize(new ArrayList<>(shares), parts)
                .map(share -> shared.value().run(share, settings.value().value(), done));
        List<R> results = each.collect();
        shared.destroy();
        settings.destroy();
        return results;
    }

    /** Counts that come from executors. */
    private record Accumulators(LongAccumulator units, LongAccumulator bytes) implements TaskCounts, Serializable {

        @Override
        public void add(long moreUnits, long moreBytes) {
            units.add(moreUnits);
            bytes.add(moreBytes);
        }
    }

    /** Closes the session that was opened here. */
    @Override
    public void close() {
        if (isOwn) {
            isOwn = false;
            session.ifPresent(SparkSession::stop);
        }
    }
}
