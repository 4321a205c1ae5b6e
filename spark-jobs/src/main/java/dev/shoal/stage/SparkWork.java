package dev.shoal.stage;

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

    private final JavaSparkContext context;
    private final LongAccumulator units;
    private final LongAccumulator bytes;
    private final ProgressClock clock;

    private SparkWork(SparkSession spark, String what, long unitCount, Progress progress) {
        this.context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        this.units = spark.sparkContext().longAccumulator();
        this.bytes = spark.sparkContext().longAccumulator();
        this.clock = new ProgressClock(progress.begin(what, unitCount), units::sum, bytes::sum);
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
            work.clock.begin();
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

    @Override
    public void close() {
        context.clearJobGroup();
        clock.close();
    }
}
