package dev.shoal.stage;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.trunc;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.storage.StorageLevel;
import org.apache.spark.util.CollectionAccumulator;
import org.apache.spark.util.LongAccumulator;
import org.apache.spark.util.SerializableConfiguration;

/**
 * Reads observations, sorts them into series, and judges each series whole. What Spark moves and sorts is
 * {@link ObservationBlock}s; single rows there are only where a table is read and where it is written.
 */
final class ObservationStage {

    private static final char SEPARATOR = '\u0000';

    private final SparkSession spark;
    private final ObservationTable table;
    private final Broadcast<BesideFields> fields;
    private final CollectionAccumulator<String> damaged;
    private final UnrunCounts unrun = new UnrunCounts();
    private final NeighbourhoodStage neighbourhoods;
    private final List<Dataset<Row>> kept = new ArrayList<>();

    /**
     * Makes the stage.
     *
     * @param table the columns
     */
    ObservationStage(SparkSession spark, ObservationTable table) {
        this(spark, table, BesideFields.NONE);
    }

    /**
     * Makes the stage with gridded fields that the tests look at.
     *
     * @param fields sent to each executor once
     */
    ObservationStage(SparkSession spark, ObservationTable table, BesideFields fields) {
        this.spark = spark;
        this.table = table;
        this.fields = JavaSparkContext.fromSparkContext(spark.sparkContext()).broadcast(fields);
        this.damaged = spark.sparkContext().collectionAccumulator();
        spark.sparkContext().register(unrun);
        this.neighbourhoods = new NeighbourhoodStage(spark, table);
    }

    /** Returns the session it works in. */
    SparkSession session() {
        return spark;
    }

    /** Returns the observations of files, in the columns of {@link BlockTable#RAW}. */
    Dataset<Row> read(List<String> files, SparkWork work) {
        JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        Broadcast<SerializableConfiguration> conf =
                context.broadcast(new SerializableConfiguration(context.hadoopConfiguration()));
        ObservationTable columns = table;
        LongAccumulator done = work.units();
        CollectionAccumulator<String> found = damaged;
        FlatMapFunction<Iterator<String>, Row> pack = paths -> new BlockPacker(
                columns.numbers(),
                new FileFeed(
                        paths,
                        columns,
                        conf.value().value(),
                        done,
                        (file, reason) -> found.add(file + SEPARATOR + reason)));
        int parts = Math.max(1, Math.min(files.size(), context.defaultParallelism() * 4));
        return spark.createDataFrame(context.parallelize(files, parts).mapPartitions(pack), BlockTable.RAW);
    }

    /**
     * Returns the observations of a table, in the columns of {@link BlockTable#RAW}.
     *
     * @param rows in the columns of {@link ObservationTable#readNames}
     */
    Dataset<Row> pack(Dataset<Row> rows) {
        ObservationTable columns = table;
        FlatMapFunction<Iterator<InternalRow>, Row> pack =
                some -> new BlockPacker(columns.numbers(), new TableFeed(some, columns));
        JavaRDD<Row> blocks = InternalRows.of(rows).mapPartitions(pack);
        return spark.createDataFrame(blocks, BlockTable.RAW);
    }

    /** Returns the files that could not be read to their end, with the reasons; known once the rows have been read. */
    Map<String, String> damaged() {
        Map<String, String> reasons = new TreeMap<>();
        for (String entry : new ArrayList<>(damaged.value())) {
            int cut = entry.indexOf(SEPARATOR);
            reasons.put(entry.substring(0, cut), entry.substring(cut + 1));
        }
        return reasons;
    }

    /** Returns the tests that could not judge series; known once the observations have been judged. */
    SortedMap<UnrunCounts.Kind, UnrunCounts.Count> unrun() {
        SortedMap<UnrunCounts.Kind, UnrunCounts.Count> all = new TreeMap<>(unrun.value());
        all.putAll(neighbourhoods.unrun());
        return all;
    }

    /**
     * Judges observations series by series.
     *
     * @param blocks in the columns of {@link BlockTable#RAW}
     * @return in the columns of {@link BlockTable#JUDGED}; kept by Spark until {@link #release} where tests look at
     *     neighbourhoods
     */
    Dataset<Row> judge(Dataset<Row> blocks) {
        Dataset<Row> ordered = table.looksBack() ? byPlatform(blocks) : bySeries(blocks);
        Dataset<Row> judged =
                ordered.mapPartitions(new JudgeBlocks(table, fields, unrun), Encoders.row(BlockTable.JUDGED));
        if (neighbourhoods.hasTests()) {
            kept.add(judged.persist(StorageLevel.MEMORY_AND_DISK()));
        }
        return judged;
    }

    /** Lets go of what Spark keeps for tests that look at neighbourhoods. */
    void release() {
        kept.forEach(Dataset::unpersist);
        kept.clear();
    }

    private Dataset<Row> bySeries(Dataset<Row> blocks) {
        return blocks.repartition(partitions(), col("platform"), col("series"))
                .sortWithinPartitions("platform", "series", "first");
    }

    /** Brings the series of a platform behind each other, in order of their first times. */
    private Dataset<Row> byPlatform(Dataset<Row> blocks) {
        Column began = min("first").over(Window.partitionBy("platform", "series"));
        return blocks.repartition(partitions(), col("platform"))
                .withColumn("began", began)
                .sortWithinPartitions("platform", "began", "series", "first");
    }

    private int partitions() {
        return Integer.parseInt(spark.conf().get("spark.sql.shuffle.partitions"));
    }

    /**
     * Returns judged observations as rows of the table, partition by partition where they are to be written so.
     *
     * @param judged in the columns of {@link BlockTable#JUDGED}; evaluated twice where tests look at neighbourhoods
     */
    Dataset<Row> written(Dataset<Row> judged, String dataset, String run) {
        if (!neighbourhoods.hasTests()) {
            return unpacked(BlockTable.byPartition(judged), dataset, run);
        }
        Column month = trunc(col("time"), "month");
        return rows(judged, dataset, run)
                .repartition(month, col("cell"))
                .sortWithinPartitions(
                        month, col("cell"), col("platform"), col("series"), col("time"), col("source_index"));
    }

    /**
     * Returns judged observations as rows of the table, in any order.
     *
     * @param judged as for {@link #written}
     */
    Dataset<Row> rows(Dataset<Row> judged, String dataset, String run) {
        Dataset<Row> rows = unpacked(judged, dataset, run);
        return neighbourhoods.hasTests() ? neighbourhoods.apply(judged, rows) : rows;
    }

    private Dataset<Row> unpacked(Dataset<Row> judged, String dataset, String run) {
        ObservationTable columns = table;
        FlatMapFunction<Iterator<Row>, InternalRow> unpack = blocks -> new TableRows(columns, dataset, run, blocks);
        return InternalRows.frame(spark, judged.toJavaRDD().mapPartitions(unpack), table.schema());
    }
}
