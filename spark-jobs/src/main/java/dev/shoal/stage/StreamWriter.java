package dev.shoal.stage;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.unix_micros;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.iceberg.spark.CommitMetadata;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Puts what a batch of a stream gave into the table of observations, in one commit. Done twice it changes nothing.
 *
 * @param table full name
 * @param columns of the table
 * @param run id of the run, kept with the commit
 * @param stream fingerprint of the stream, kept with the commit
 */
record StreamWriter(String table, ObservationTable columns, String run, String stream) {

    /** Property of a commit that keeps which stream made it. */
    private static final String STREAM = "shoal.stream";

    private static final String VIEW = "shoal_streamed";
    private static final String CHANGED = "shoal_changed";

    /**
     * Merges rows by file and index.
     *
     * @param fresh rows in the columns of the table
     * @param changed rows in the columns of the table of which only the flags count; where the table has no such row,
     *     nothing is done
     */
    void merge(Dataset<Row> fresh, Dataset<Row> changed) {
        SparkSession spark = fresh.sparkSession();
        Dataset<Row> rows = fresh.withColumn(CHANGED, lit(false)).union(changed.withColumn(CHANGED, lit(true)));
        Row times = rows.agg(min(unix_micros(col("time"))), max(unix_micros(col("time"))))
                .first();
        if (times.isNullAt(0)) {
            return;
        }
        rows.createOrReplaceTempView(VIEW);
        List<String> flags = flags();
        List<String> all =
                columns.names().stream().filter(name -> !name.equals("run")).toList();
        try {
            CommitMetadata.withCommitProperties(
                    Map.of(ObservationWriter.RUN, run, STREAM, stream),
                    () -> spark.sql("MERGE INTO " + table + " t USING " + VIEW + " s"
                            + " ON t.source_file = s.source_file AND t.source_index = s.source_index"
                            + " AND t.time >= timestamp_micros(" + times.getLong(0) + ")"
                            + " AND t.time <= timestamp_micros(" + times.getLong(1) + ")"
                            + " WHEN MATCHED AND s." + CHANGED + " AND (" + differs(flags) + ") THEN UPDATE SET "
                            + set(flags)
                            + " WHEN MATCHED AND NOT s." + CHANGED + " AND (" + differs(all) + ") THEN UPDATE SET "
                            + set(all)
                            + " WHEN NOT MATCHED AND NOT s." + CHANGED + " THEN INSERT " + insert()),
                    RuntimeException.class);
        } finally {
            spark.catalog().dropTempView(VIEW);
        }
    }

    /** Tells whether nobody else has changed the table since this stream did, so that the stream's state is of it. */
    boolean isLast(SparkSession spark) {
        return ObservationWriter.lastCommit(spark, table)
                .filter(summary -> stream.equals(summary.get(STREAM)))
                .isPresent();
    }

    private List<String> flags() {
        return Stream.concat(
                        columns.data().stream()
                                .flatMap(column -> Stream.of(
                                        column.column() + ObservationTable.FLAG,
                                        column.column() + ObservationTable.TESTS)),
                        Stream.of("qc"))
                .toList();
    }

    private static String differs(List<String> names) {
        return names.stream()
                .map(name -> "NOT (t.`" + name + "` <=> s.`" + name + "`)")
                .collect(Collectors.joining(" OR "));
    }

    private static String set(List<String> names) {
        return Stream.concat(names.stream(), Stream.of("run"))
                .map(name -> "t.`" + name + "` = s.`" + name + "`")
                .collect(Collectors.joining(", "));
    }

    private String insert() {
        return columns.names().stream().map(name -> "`" + name + "`").collect(Collectors.joining(", ", "(", ")"))
                + " VALUES "
                + columns.names().stream().map(name -> "s.`" + name + "`").collect(Collectors.joining(", ", "(", ")"));
    }
}
