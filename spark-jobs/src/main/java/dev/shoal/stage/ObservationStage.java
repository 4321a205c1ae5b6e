package dev.shoal.stage;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.call_function;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lpad;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.when;

import dev.shoal.netcdf.UnreadableException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.CollectionAccumulator;
import org.apache.spark.util.LongAccumulator;
import org.apache.spark.util.SerializableConfiguration;

/** Reads observations, sorts them into series, and judges each series whole. */
final class ObservationStage {

    private static final int CELL_DEGREES = 10;
    private static final char SEPARATOR = '\u0000';

    private final SparkSession spark;
    private final ObservationTable table;
    private final CollectionAccumulator<String> damaged;

    /**
     * Makes the stage.
     *
     * @param table the columns
     */
    ObservationStage(SparkSession spark, ObservationTable table) {
        this.spark = spark;
        this.table = table;
        this.damaged = spark.sparkContext().collectionAccumulator();
    }

    /** Returns the observations of files, in the columns of {@link ObservationTable#readSchema}. */
    Dataset<Row> read(List<String> files, SparkWork work) {
        JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        Broadcast<SerializableConfiguration> conf =
                context.broadcast(new SerializableConfiguration(context.hadoopConfiguration()));
        ObservationTable columns = table;
        LongAccumulator done = work.units();
        CollectionAccumulator<String> found = damaged;
        FlatMapFunction<Iterator<String>, Row> open =
                paths -> new ReadFiles(paths, columns, conf.value().value(), done, found);
        int parts = Math.max(1, Math.min(files.size(), context.defaultParallelism() * 4));
        return spark.createDataFrame(context.parallelize(files, parts).mapPartitions(open), table.readSchema());
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

    /**
     * Judges observations series by series and brings them into the columns of the table.
     *
     * @param rows in the columns of {@link ObservationTable#readSchema}
     */
    Dataset<Row> judge(Dataset<Row> rows, String dataset, String run) {
        MapFunction<Row, String> series = row -> row.getString(0) + SEPARATOR + row.getString(1);
        Dataset<Row> judged = rows.groupByKey(series, Encoders.STRING())
                .flatMapSortedGroups(
                        new Column[] {col("time_micros"), col("source_file"), col("source_index")},
                        new SeriesJudge(table),
                        Encoders.row(table.judgedSchema()));
        Dataset<Row> named = judged.withColumn("dataset", lit(dataset))
                .withColumn("time", call_function("timestamp_micros", col("time_micros")))
                .withColumn("cell", cell(col("lat"), col("lon")))
                .withColumn("run", lit(run));
        return named.select(
                table.names().stream().map(name -> col("`" + name + "`")).toArray(Column[]::new));
    }

    /** Returns the ten-degree cell of a place, such as {@code N30W080}, named by its south-west corner. */
    private static Column cell(Column lat, Column lon) {
        Column turned = pmod(lon.plus(180), lit(360.0)).minus(180);
        Column south = floor(lat.divide(CELL_DEGREES)).multiply(CELL_DEGREES);
        Column west = floor(turned.divide(CELL_DEGREES)).multiply(CELL_DEGREES);
        Column name = concat(
                when(south.lt(0), "S").otherwise("N"),
                lpad(abs(south).cast("string"), 2, "0"),
                when(west.lt(0), "W").otherwise("E"),
                lpad(abs(west).cast("string"), 3, "0"));
        return when(lat.isNull().or(lon.isNull()), "none").otherwise(name);
    }

    /** The rows of several files, one file open at a time. */
    private static final class ReadFiles implements Iterator<Row> {
        private final Iterator<String> paths;
        private final ObservationTable table;
        private final Configuration conf;
        private final LongAccumulator done;
        private final CollectionAccumulator<String> damaged;
        private Iterator<Row> current = Collections.emptyIterator();
        private AutoCloseable open = () -> {};

        ReadFiles(
                Iterator<String> paths,
                ObservationTable table,
                Configuration conf,
                LongAccumulator done,
                CollectionAccumulator<String> damaged) {
            this.paths = paths;
            this.table = table;
            this.conf = conf;
            this.done = done;
            this.damaged = damaged;
        }

        @Override
        public boolean hasNext() {
            while (!current.hasNext() && paths.hasNext()) {
                advance(paths.next());
            }
            if (!current.hasNext()) {
                closeOpen("");
            }
            return current.hasNext();
        }

        @Override
        public Row next() {
            return current.next();
        }

        private void advance(String path) {
            closeOpen(path);
            current = Collections.emptyIterator();
            try {
                ObservationRows rows = new ObservationRows(
                        path, table, conf, (file, reason) -> damaged.add(file + SEPARATOR + reason));
                open = rows;
                current = rows;
                done.add(1);
            } catch (UnreadableException error) {
                damaged.add(path + SEPARATOR + error.getMessage());
            } catch (IOException error) {
                throw StageException.store(path, error);
            }
        }

        private void closeOpen(String path) {
            try {
                open.close();
                open = () -> {};
            } catch (Exception error) {
                throw new IllegalStateException("Cannot close the file before '" + path + "'.", error);
            }
        }
    }
}
