package dev.shoal.stage.zarr;

import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.SparkSession;

/** How much of a box of chunks a task may hold. */
final class TaskMemory {

    /** A box, what is read of it, what is encoded of it, and as much again for everything else. */
    private static final long SHARES = 8;

    private static final long LEAST_BYTES = 8L << 20;
    private static final long MOST_BYTES = 256L << 20;

    private TaskMemory() {}

    /** Returns the most bytes of a box of several chunks, by the memory and the cores of an executor. */
    static long boxBytes(SparkSession spark) {
        SparkContext context = spark.sparkContext();
        SparkConf conf = context.conf();
        long heap = context.isLocal()
                ? Runtime.getRuntime().maxMemory()
                : conf.getSizeAsMb("spark.executor.memory", "1g") << 20;
        int cores = context.isLocal() ? context.defaultParallelism() : conf.getInt("spark.executor.cores", 4);
        return Math.max(LEAST_BYTES, Math.min(MOST_BYTES, heap / cores / SHARES));
    }
}
