package dev.shoal.catalog.table;

import java.util.function.LongSupplier;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.SparkSession;

/** Names the Spark jobs of this thread for people, as the Spark UI shows them. */
final class JobDescription {

    private static final String KEY = "spark.job.description";

    private final SparkContext context;

    JobDescription(SparkSession spark) {
        this.context = spark.sparkContext();
    }

    /** Runs work under a description; afterwards the former one holds again. */
    long during(String description, LongSupplier work) {
        String former = context.getLocalProperty(KEY);
        context.setLocalProperty(KEY, description);
        try {
            return work.getAsLong();
        } finally {
            context.setLocalProperty(KEY, former);
        }
    }
}
