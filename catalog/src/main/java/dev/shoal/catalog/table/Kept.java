package dev.shoal.catalog.table;

import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.encoders.RowEncoder;
import org.apache.spark.storage.StorageLevel;

/**
 * Rows kept on the executors from their first use until closed, so that what makes them runs once.
 *
 * <p>Kept as an RDD: a cached dataset is known to Spark by its plan, and a plan names a table without its snapshot, so
 * that a write to the table from another thread would exchange the rows.
 */
final class Kept implements AutoCloseable {

    private final JavaRDD<Row> partitions;
    private final Dataset<Row> rows;

    Kept(SparkSession spark, Dataset<Row> source) {
        this.partitions = source.toJavaRDD().persist(StorageLevel.MEMORY_AND_DISK());
        this.rows = spark.createDataset(partitions.rdd(), RowEncoder.encoderFor(source.schema(), true));
    }

    Dataset<Row> rows() {
        return rows;
    }

    @Override
    public void close() {
        partitions.unpersist(false);
    }
}
