package dev.shoal.stage;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.months;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.spark.CommitMetadata;
import org.apache.iceberg.spark.Spark3Util;
import org.apache.iceberg.util.SnapshotUtil;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.CreateTableWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.analysis.NoSuchTableException;
import org.apache.spark.sql.catalyst.parser.ParseException;

/** Puts judged observations into their Iceberg table, each time in one commit. */
final class ObservationWriter {

    /** Property of the table that keeps what its columns were in the files. */
    static final String COLUMNS = "shoal.columns";

    /** Property of the table that keeps the fingerprint of what decided its values. */
    private static final String VALUES = "shoal.values";

    /** Property of a commit that keeps the id of the run. */
    static final String RUN = "shoal.run";

    /**
     * What has more values than this holds is no better off with a dictionary, and looking each value up takes the most
     * of a write's time; names and flags have far fewer.
     */
    private static final String DICTIONARY_BYTES = String.valueOf(32 << 10);

    private static final String GONE = "shoal_gone";
    private static final String[] KEY = {"source_file", "source_index"};
    private static final ObjectMapper JSON = new ObjectMapper();

    private ObservationWriter() {}

    /**
     * Makes the table, or puts these rows in place of everything in it.
     *
     * @param rows in the columns of the table; those of a task come partition by partition
     * @param values fingerprint of what decides the values
     * @param run id of the run, kept with the commit
     */
    static void replace(
            SparkSession spark, String table, Dataset<Row> rows, ObservationTable columns, String values, String run) {
        spark.sql("CREATE NAMESPACE IF NOT EXISTS ocean.obs");
        CreateTableWriter<Row> writer = rows.writeTo(table)
                .option("use-table-distribution-and-ordering", "false")
                .option("fanout-enabled", "false")
                .using("iceberg")
                .partitionedBy(months(col("time")), col("cell"))
                .tableProperty("format-version", "2")
                .tableProperty("write.distribution-mode", "none")
                .tableProperty("write.spark.fanout.enabled", "true")
                .tableProperty("commit.retry.num-retries", "20")
                .tableProperty("write.parquet.dict-size-bytes", DICTIONARY_BYTES)
                .tableProperty("write.parquet.compression-level", "1")
                .tableProperty(VALUES, values)
                .tableProperty(COLUMNS, json(columns));
        CommitMetadata.withCommitProperties(
                Map.of(RUN, run),
                () -> {
                    writer.createOrReplace();
                    return writer;
                },
                RuntimeException.class);
    }

    /** Returns the run that made the table's newest commit of ours; nothing where none of those is kept. */
    static Optional<String> lastRun(SparkSession spark, String table) {
        return lastCommit(spark, table).map(summary -> summary.getOrDefault(RUN, ""));
    }

    /** Returns what the table's newest commit of ours says of itself; nothing where none of those is kept. */
    static Optional<Map<String, String>> lastCommit(SparkSession spark, String table) {
        try {
            Table known = Spark3Util.loadIcebergTable(spark, table);
            for (Snapshot snapshot : SnapshotUtil.currentAncestors(known)) {
                if (snapshot.summary().containsKey(RUN)) {
                    return Optional.of(snapshot.summary());
                }
            }
            return Optional.empty();
        } catch (NoSuchTableException | ParseException error) {
            throw StageException.store(table, error);
        }
    }

    /** Tells whether the values of a table were decided by what has this fingerprint. */
    static boolean holdsValuesOf(SparkSession spark, String table, String values) {
        return property(spark, table, VALUES).filter(values::equals).isPresent();
    }

    private static Optional<String> property(SparkSession spark, String table, String key) {
        Iterator<Row> found = spark.sql("SHOW TBLPROPERTIES " + table)
                .where(col("key").equalTo(key))
                .select("value")
                .toLocalIterator();
        return found.hasNext() ? Optional.of(found.next().getString(0)) : Optional.empty();
    }

    private static String json(ObservationTable table) {
        try {
            List<Map<String, String>> columns = new ArrayList<>();
            for (ObservedColumn column : table.columns()) {
                Map<String, String> fields = new TreeMap<>();
                fields.put("column", column.column());
                fields.put("variable", column.variable());
                fields.put("standard_name", column.standardName());
                fields.put("units", column.canonicalUnits());
                fields.put("original_units", column.units());
                fields.put("flag", String.valueOf(column.flag()));
                columns.add(fields);
            }
            return JSON.writeValueAsString(columns);
        } catch (JsonProcessingException error) {
            throw new IllegalStateException("Cannot write down the columns of a table.", error);
        }
    }

    /** Returns what the columns of a table were in the files. */
    static List<ObservedColumn> columns(SparkSession spark, String table) {
        String json = property(spark, table, COLUMNS).orElse("[]");
        try {
            List<ObservedColumn> columns = new ArrayList<>();
            for (Map<String, String> fields : JSON.readValue(json, new TypeReference<List<Map<String, String>>>() {})) {
                columns.add(new ObservedColumn(
                        fields.getOrDefault("column", ""),
                        fields.getOrDefault("variable", ""),
                        fields.getOrDefault("standard_name", ""),
                        fields.getOrDefault("units", ""),
                        fields.getOrDefault("original_units", ""),
                        Boolean.parseBoolean(fields.getOrDefault("flag", "false"))));
            }
            return columns;
        } catch (JsonProcessingException error) {
            throw new IllegalStateException("Cannot read what table " + table + " says of its columns: " + json, error);
        }
    }

    /** Returns the rows of a table as they were read from the files; columns it has not got are null. */
    static Dataset<Row> read(SparkSession spark, String table, ObservationTable wanted) {
        Dataset<Row> rows = spark.table(table);
        List<String> there = List.of(rows.columns());
        List<Column> columns = new ArrayList<>();
        for (String name : wanted.readNames()) {
            Column column = there.contains(name)
                    ? col("`" + name + "`")
                    : lit(null).cast(wanted.schema().apply(name).dataType());
            columns.add(column.as(name));
        }
        return rows.select(columns.toArray(Column[]::new));
    }

    /**
     * Puts rows into a table: those that are there already with other flags are changed, those that are not are added,
     * and others are taken out.
     *
     * @param rows in the columns of the table
     * @param gone {@code source_file} and {@code source_index} of rows to take out unless they are among {@code rows}
     * @param run id of the run, kept with the commit
     */
    static void merge(
            SparkSession spark,
            String table,
            Dataset<Row> rows,
            ObservationTable columns,
            Dataset<Row> gone,
            String run) {
        List<String> there = List.of(spark.table(table).columns());
        String added = columns.names().stream()
                .filter(name -> !there.contains(name))
                .map(name ->
                        "`" + name + "` " + rows.schema().apply(name).dataType().sql())
                .collect(Collectors.joining(", "));
        if (!added.isEmpty()) {
            spark.sql("ALTER TABLE " + table + " ADD COLUMNS (" + added + ")");
        }
        Dataset<Row> leaving = gone.join(rows.select("source_file", "source_index"), KEY, "left_anti")
                .withColumn(GONE, lit(true));
        rows.withColumn(GONE, lit(false)).unionByName(leaving, true).createOrReplaceTempView("shoal_judged");
        String differs = columns.names().stream()
                .filter(name -> !name.equals("run"))
                .map(name -> "NOT (t.`" + name + "` <=> s.`" + name + "`)")
                .collect(Collectors.joining(" OR "));
        try {
            CommitMetadata.withCommitProperties(
                    Map.of(RUN, run),
                    () -> spark.sql("MERGE INTO " + table + " t USING shoal_judged s"
                            + " ON t.source_file = s.source_file AND t.source_index = s.source_index"
                            + " WHEN MATCHED AND s." + GONE + " THEN DELETE"
                            + " WHEN MATCHED AND (" + differs + ") THEN UPDATE SET *"
                            + " WHEN NOT MATCHED AND NOT s." + GONE + " THEN INSERT *"),
                    RuntimeException.class);
            spark.sql("ALTER TABLE " + table + " SET TBLPROPERTIES ('" + COLUMNS + "' = '"
                    + json(columns).replace("\\", "\\\\").replace("'", "\\'") + "')");
        } finally {
            spark.catalog().dropTempView("shoal_judged");
        }
    }
}
