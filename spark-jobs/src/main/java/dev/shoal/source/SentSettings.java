package dev.shoal.source;

import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;

/** Settings of the file systems for tasks, taken up once in every process: that takes longer than to open a file. */
final class SentSettings {

    private SentSettings() {}

    /** Returns the settings of a session as they are now. */
    static Broadcast<SerializableConfiguration> of(SparkSession spark) {
        return JavaSparkContext.fromSparkContext(spark.sparkContext())
                .broadcast(new SerializableConfiguration(spark.sparkContext().hadoopConfiguration()));
    }
}
