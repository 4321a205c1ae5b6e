package dev.shoal.stage;

import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.StructType;

/**
 * The way between data frames and Spark's own rows, which hold numbers as they are: bringing a row of 16 columns into a
 * {@link Row} of objects and back takes longer than all tests together.
 */
final class InternalRows {

    private InternalRows() {}

    /** Returns the rows of a data frame; each may be the same object, changed. */
    static JavaRDD<InternalRow> of(Dataset<Row> rows) {
        return ((org.apache.spark.sql.classic.Dataset<Row>) rows)
                .queryExecution()
                .toRdd()
                .toJavaRDD();
    }

    /** Returns a data frame of rows, each of which may be the same object, changed. */
    static Dataset<Row> frame(SparkSession spark, JavaRDD<InternalRow> rows, StructType schema) {
        return ((org.apache.spark.sql.classic.SparkSession) spark).internalCreateDataFrame(rows.rdd(), schema, false);
    }
}
