package dev.shoal.bench;

import java.util.Map;
import org.apache.spark.sql.SparkSession;

/** Spark in the process of a benchmark, set up as Shoal's own commands set it up. */
final class Sessions {

    private Sessions() {}

    /** Opens a session without a catalogue. */
    static SparkSession local(int cores, Map<String, String> settings) {
        SparkSession.Builder builder = SparkSession.builder()
                .appName("benchmark")
                .master("local[" + cores + "]")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.ui.enabled", false)
                .config("spark.sql.session.timeZone", "UTC")
                .config("spark.sql.shuffle.partitions", Math.max(4, cores * 2));
        settings.forEach(builder::config);
        SparkSession spark = builder.getOrCreate();
        spark.sparkContext().setLogLevel("WARN");
        return spark;
    }
}
