package dev.shoal.stage;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.unix_millis;

import dev.shoal.catalog.table.CatalogTables;
import dev.shoal.zarr.ArchiveListing;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.encoders.RowEncoder;
import org.apache.spark.sql.streaming.GroupStateTimeout;
import org.apache.spark.sql.streaming.OutputMode;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.apache.spark.sql.streaming.Trigger;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.SerializableConfiguration;
import scala.Tuple3;

/**
 * The streaming query: names of files, their observations in blocks, series by series the judged blocks and the changed
 * flags, batch by batch the table.
 *
 * @param spark session with the catalog {@code ocean}
 * @param tables of the catalogue
 * @param plan what is to do
 * @param progress who wants to know of each batch
 */
record StreamQuery(SparkSession spark, CatalogTables tables, StreamPlan plan, Progress progress) {

    /** Columns of Spark's source of whole files; of these the content is never asked for. */
    private static final StructType FILES = new StructType()
            .add("path", DataTypes.StringType)
            .add("modificationTime", DataTypes.TimestampType)
            .add("length", DataTypes.LongType)
            .add("content", DataTypes.BinaryType);

    /** State on the executors' disks instead of in their memory. */
    private static final Map<String, String> SETTINGS = Map.of(
            "spark.sql.streaming.stateStore.providerClass",
            "org.apache.spark.sql.execution.streaming.state.RocksDBStateStoreProvider",
            "spark.sql.streaming.stateStore.stateSchemaCheck",
            "true");

    private static final Encoder<Tuple3<String, String, String>> KEY =
            Encoders.tuple(Encoders.STRING(), Encoders.STRING(), Encoders.STRING());

    private static final Encoder<Row> ROW = RowEncoder.encoderFor(StreamTable.SCHEMA, true);

    /** Begins the query. */
    StreamingQuery start(String checkpoint) {
        SparkSession own = spark.newSession();
        SETTINGS.forEach(own.conf()::set);
        own.conf().set("spark.sql.shuffle.partitions", spark.conf().get("spark.sql.shuffle.partitions"));
        UnrunCounts unrun = new UnrunCounts();
        own.sparkContext().register(unrun);
        StreamBatch batch = new StreamBatch(tables, plan, new ObservationStage(own, plan.columns()), unrun, progress);
        try {
            return judged(read(files(own)), unrun)
                    .writeStream()
                    .queryName("Streaming the observations of " + plan.spec().dataset())
                    .outputMode(OutputMode.Append())
                    .option("checkpointLocation", checkpoint)
                    .trigger(plan.options()
                            .interval()
                            .map(interval -> Trigger.ProcessingTime(interval.toMillis(), TimeUnit.MILLISECONDS))
                            .orElseGet(Trigger::AvailableNow))
                    .foreachBatch(batch)
                    .start();
        } catch (TimeoutException error) {
            throw StageException.store(checkpoint, error);
        }
    }

    private Dataset<Row> files(SparkSession own) {
        return plan.spec().source().paths().stream()
                .map(path -> files(own, path))
                .reduce(Dataset::union)
                .orElseThrow();
    }

    /** A file's age is no reason to pass it over, as Spark would do with one of a week before the newest. */
    private Dataset<Row> files(SparkSession own, String path) {
        boolean named = new Path(path).toString().matches(".*[*?{\\[].*");
        FilterFunction<Row> taken = row -> named || ArchiveListing.isNamedAsArchive(row.getString(0));
        return own.readStream()
                .format("binaryFile")
                .schema(FILES)
                .option("recursiveFileLookup", true)
                .option("maxFileAge", "36500d")
                .option("maxFilesPerTrigger", plan.options().mostFiles())
                .load(path)
                .select(col("path"), col("length"), unix_millis(col("modificationTime")))
                .filter(taken);
    }

    private Dataset<Row> read(Dataset<Row> files) {
        JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        Broadcast<SerializableConfiguration> conf =
                context.broadcast(new SerializableConfiguration(context.hadoopConfiguration()));
        StreamFiles read = new StreamFiles(
                plan.columns(),
                plan.spec().source(),
                plan.spec().dataset(),
                plan.run(),
                plan.startMicros(),
                conf,
                spark.sparkContext().longAccumulator());
        return files.mapPartitions(read, ROW);
    }

    private Dataset<Row> judged(Dataset<Row> read, UnrunCounts unrun) {
        StreamJudge judge =
                new StreamJudge(plan.columns(), plan.suites(), plan.options().delayMicros(), unrun);
        return read.groupBy(col("kind"), col("platform"), col("series"))
                .as(KEY, ROW)
                .flatMapGroupsWithState(
                        judge, OutputMode.Append(), Encoders.BINARY(), ROW, GroupStateTimeout.NoTimeout());
    }
}
