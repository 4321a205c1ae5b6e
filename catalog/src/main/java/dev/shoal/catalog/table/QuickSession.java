package dev.shoal.catalog.table;

import java.util.Map;
import org.apache.spark.sql.RuntimeConfig;
import org.apache.spark.sql.SparkSession;

/**
 * A session for the queries of a run's own accounts. They are many and over few rows, so that compiling each to
 * bytecode, as Spark does, costs more than it saves: a third of the processor time of a run over one file.
 */
public final class QuickSession {

    private QuickSession() {}

    /** Returns a session of the same settings and the same Spark context, whose queries are interpreted. */
    public static SparkSession beside(SparkSession spark) {
        SparkSession quick = spark.newSession();
        RuntimeConfig conf = quick.conf();
        Map<String, String> said = settings(quick);
        settings(spark).forEach((key, value) -> {
            if (!value.equals(said.get(key))) {
                conf.set(key, value);
            }
        });
        conf.set("spark.sql.codegen.wholeStage", false);
        conf.set("spark.sql.codegen.factoryMode", "NO_CODEGEN");
        return quick;
    }

    private static Map<String, String> settings(SparkSession session) {
        return scala.jdk.javaapi.CollectionConverters.asJava(session.conf().getAll());
    }
}
