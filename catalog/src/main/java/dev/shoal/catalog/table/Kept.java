package dev.shoal.catalog.table;

import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.storage.StorageLevel;

/**
 * Rows kept on the executors from their first use until closed, so that what makes them runs once.
 *
 * <p>Kept as an RDD: a cached dataset is known to Spark by its plan, and a plan names a table without its snapshot, so
 * that a write to the table from another thread would exchange the rows. Kept in Spark's own form, one array of bytes a
 * row: of rows as objects Spark weighs each part to know what memory they take, which took a third of the time of a
 * scan of small files.
 */
final class Kept implements AutoCloseable {

    private final JavaRDD<InternalRow> partitions;
    private final Dataset<Row> rows;

    Kept(SparkSession spark, Dataset<Row> source) {
        this.partitions = source.queryExecution()
                .toRdd()
                .toJavaRDD()
                .map(InternalRow::copy)
                .persist(StorageLevel.MEMORY_AND_DISK());
        this.rows = ((org.apache.spark.sql.classic.SparkSession) spark)
                .internalCreateDataFrame(partitions.rdd(), source.schema(), false);
    }

    Dataset<Row> rows() {
        return rows;
    }

    @Override
    public void close() {
        partitions.unpersist(false);
    }
}
