package dev.shoal.stage;

import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.LongAccumulator;

/**
 * One named piece of Spark work that counts what its tasks have done. The counters are for showing progress only: a
 * task that is run twice counts twice.
 */
public final class SparkWork implements AutoCloseable {

    private static final long PERIOD_MILLIS = 250;

    private final JavaSparkContext context;
    private final LongAccumulator units;
    private final LongAccumulator bytes;
    private final Progress.Work work;
    private final ScheduledExecutorService clock;
    private final Future<?> ticking;

    private SparkWork(SparkSession spark, String what, long unitCount, Progress progress) {
        this.context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        this.units = spark.sparkContext().longAccumulator();
        this.bytes = spark.sparkContext().longAccumulator();
        this.work = progress.begin(what, unitCount);
        this.clock = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "progress");
            thread.setDaemon(true);
            return thread;
        });
        this.ticking = clock.scheduleAtFixedRate(this::tell, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    /**
     * Runs work under a name that the Spark UI shows.
     *
     * @param what in the user's words
     * @param unitCount that the work has
     */
    public static <T> T run(
            SparkSession spark, String what, long unitCount, Progress progress, Function<SparkWork, T> body) {
        try (SparkWork work = new SparkWork(spark, what, unitCount, progress)) {
            work.context.setJobGroup(what, what);
            return body.apply(work);
        }
    }

    /** Runs work that counts nothing, under a name that the Spark UI shows. */
    public static <T> T named(SparkSession spark, String what, Supplier<T> body) {
        JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        context.setJobGroup(what, what);
        try {
            return body.get();
        } finally {
            context.clearJobGroup();
        }
    }

    /** Returns the counter of units, for tasks to add to. */
    public LongAccumulator units() {
        return units;
    }

    /** Returns the counter of bytes, for tasks to add to. */
    public LongAccumulator bytes() {
        return bytes;
    }

    private void tell() {
        work.reached(units.sum(), bytes.sum());
    }

    @Override
    public void close() {
        ticking.cancel(false);
        clock.shutdownNow();
        tell();
        context.clearJobGroup();
        work.close();
    }
}
