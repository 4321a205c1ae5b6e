package dev.shoal.catalog.table;

import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.encoders.RowEncoder;
import org.apache.spark.storage.StorageLevel;

/**
 * Rows kept until closed, so that what makes them runs once.
 *
 * <p>Not as a cached dataset: that is known to Spark by its plan, and a plan names a table without its snapshot, so
 * that a write to the table from another thread would exchange the rows.
 *
 * @param rows the rows
 * @param release lets go of them
 */
record Kept(Dataset<Row> rows, Runnable release) implements AutoCloseable {

    /** A place to keep rows in. */
    @FunctionalInterface
    interface Place {
        Kept keep(SparkSession spark, Dataset<Row> source);
    }

    /** Keeps rows where they are made, from their first use on. */
    static Kept onExecutors(SparkSession spark, Dataset<Row> source) {
        JavaRDD<Row> partitions = source.toJavaRDD().persist(StorageLevel.MEMORY_AND_DISK());
        return new Kept(spark.createDataset(partitions.rdd(), encoder(source)), () -> partitions.unpersist(false));
    }

    /** Keeps rows in this process: for those that came from it, which spares them most of the way. */
    static Kept onDriver(SparkSession spark, Dataset<Row> source) {
        return new Kept(spark.createDataset(source.collectAsList(), encoder(source)), () -> {});
    }

    private static Encoder<Row> encoder(Dataset<Row> source) {
        return RowEncoder.encoderFor(source.schema(), true);
    }

    @Override
    public void close() {
        release.run();
    }
}
