package dev.shoal.stage.zarr;

import dev.shoal.plan.BoxBudget;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.SparkSession;

/** How much of a box of chunks a task may hold. */
final class TaskMemory {

    /** A box; what is read of it and encoded of it, chunk by chunk; and as much again for everything else. */
    private static final long SHARES = 3;

    private static final long LEAST_BYTES = 8L << 20;
    private static final long MOST_BYTES = 512L << 20;

    private TaskMemory() {}

    /** Returns what boxes may take, by the memory and the cores of an executor. */
    static BoxBudget boxes(SparkSession spark) {
        SparkContext context = spark.sparkContext();
        SparkConf conf = context.conf();
        long heap = context.isLocal()
                ? Runtime.getRuntime().maxMemory()
                : conf.getSizeAsMb("spark.executor.memory", "1g") << 20;
        int cores = context.isLocal() ? context.defaultParallelism() : conf.getInt("spark.executor.cores", 4);
        long bytes = Math.max(LEAST_BYTES, Math.min(MOST_BYTES, heap / cores / SHARES));
        return new BoxBudget(bytes, context.defaultParallelism());
    }
}
