package dev.shoal.stage;

import static org.apache.spark.sql.functions.col;

import dev.shoal.catalog.table.InventoryTable;
import dev.shoal.catalog.table.QuickSession;
import dev.shoal.catalog.table.RejectsTable;
import dev.shoal.cf.CfFacts;
import dev.shoal.cf.view.FieldViews;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.CatalystTypeConverters;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import org.apache.spark.util.LongAccumulator;
import org.apache.spark.util.SerializableConfiguration;
import scala.Function1;

/** Looks at files on the cluster, each once: what they are, what they hold, and which cannot be read. */
public final class ScanStage {

    /**
     * One row a file.
     *
     * <ul>
     *   <li>{@code path} full path;
     *   <li>{@code inventory} columns of the table inventory, null for a file that cannot be read;
     *   <li>{@code reject} columns of the table rejects, null for a file that can be read;
     *   <li>{@code description} serialised {@link FileDescription}, null for a file that cannot be read;
     *   <li>{@code facts} serialised {@link CfFacts}, null for a file that cannot be read.
     * </ul>
     */
    public static final StructType SCHEMA = new StructType()
            .add("path", DataTypes.StringType, false)
            .add("inventory", InventoryTable.SCHEMA, true)
            .add("reject", RejectsTable.SCHEMA, true)
            .add("description", DataTypes.BinaryType, true)
            .add("facts", DataTypes.BinaryType, true);

    private static final int FILES_PER_TASK = 64;
    private static final int DESCRIPTION = 3;

    private final SparkSession spark;
    private final String run;
    private final long nowMicros;
    private final Progress progress;
    private final FieldViews views;

    /**
     * Makes the stage.
     *
     * @param run id of the run
     * @param nowMicros time of the run, microseconds since 1970 UTC
     */
    public ScanStage(SparkSession spark, String run, long nowMicros, Progress progress) {
        this(spark, run, nowMicros, progress, FieldViews.NONE);
    }

    /**
     * Makes the stage.
     *
     * @param views what the fields of files are made before they are described
     */
    ScanStage(SparkSession spark, String run, long nowMicros, Progress progress, FieldViews views) {
        this.views = views;
        this.spark = QuickSession.beside(spark);
        this.run = run;
        this.nowMicros = nowMicros;
        this.progress = progress;
    }

    /** Looks at files; the rows are kept until the caller unpersists them, so no file is read twice. */
    public Dataset<Row> scan(List<FileEntry> files) {
        return SparkWork.run(spark, "Scanning files", files.size(), progress, work -> {
            Dataset<Row> rows = rows(files, work).persist(StorageLevel.MEMORY_AND_DISK());
            rows.select().queryExecution().toRdd().count(); // Of no column, so that nothing is unpacked again.
            return rows;
        });
    }

    private Dataset<Row> rows(List<FileEntry> files, SparkWork work) {
        JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        Broadcast<SerializableConfiguration> conf =
                context.broadcast(new SerializableConfiguration(context.hadoopConfiguration()));
        LongAccumulator done = work.units();
        LongAccumulator bytes = work.bytes();
        int parts = Math.max(
                1, Math.min(files.size(), Math.max(context.defaultParallelism() * 4, files.size() / FILES_PER_TASK)));
        String runId = run;
        long now = nowMicros;
        FieldViews seen = views;
        JavaRDD<InternalRow> rows = context.parallelize(files, parts).mapPartitions(entries -> {
            FileScan scan = new FileScan(runId, now, seen, conf.value().value());
            return new CountedRows(
                    entries, scan, CatalystTypeConverters.createToCatalystConverter(SCHEMA), done, bytes);
        });
        return ((org.apache.spark.sql.classic.SparkSession) spark).internalCreateDataFrame(rows.rdd(), SCHEMA, false);
    }

    /** Returns the rows for the table inventory. */
    public static Dataset<Row> inventory(Dataset<Row> scan) {
        return scan.filter(col("inventory").isNotNull()).select("inventory.*");
    }

    /** Returns the rows for the table rejects. */
    public static Dataset<Row> rejects(Dataset<Row> scan) {
        return scan.filter(col("reject").isNotNull()).select("reject.*");
    }

    /** Returns path and reason of the files that cannot be read. */
    static Iterator<Row> refused(Dataset<Row> scan) {
        return scan.filter(col("reject").isNotNull())
                .select("path", "reject.reason")
                .toLocalIterator();
    }

    /** Returns the descriptions of the readable files in order of their paths: as many as files were listed. */
    static List<FileDescription> descriptions(Dataset<Row> scan) {
        List<FileDescription> descriptions = new ArrayList<>();
        Iterator<Row> rows = scan.filter(col("description").isNotNull())
                .select("description")
                .toLocalIterator();
        while (rows.hasNext()) {
            descriptions.add(value(FileDescription.class, rows.next().getAs(0)));
        }
        descriptions.sort(
                (one, other) -> one.file().path().compareTo(other.file().path()));
        return descriptions;
    }

    /** Returns the description of a file in a row of the scan; nothing where the file cannot be read. */
    static Optional<FileDescription> description(Row row) {
        return Optional.ofNullable((byte[]) row.get(DESCRIPTION)).map(bytes -> value(FileDescription.class, bytes));
    }

    /** Returns what each of the first readable files says of its coordinates and cells, by path, in order of paths. */
    public static Map<String, CfFacts> facts(Dataset<Row> scan, int most) {
        Map<String, CfFacts> facts = new LinkedHashMap<>();
        Iterator<Row> rows = scan.filter(col("facts").isNotNull())
                .select("path", "facts")
                .orderBy("path")
                .limit(most)
                .toLocalIterator();
        rows.forEachRemaining(row -> facts.put(row.getString(0), value(CfFacts.class, row.getAs(1))));
        return facts;
    }

    private static <T> T value(Class<T> kind, byte[] bytes) {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes)) {
            @Override
            protected Class<?> resolveClass(java.io.ObjectStreamClass type) throws ClassNotFoundException {
                return Class.forName(type.getName(), false, FileDescription.class.getClassLoader());
            }
        }) {
            return kind.cast(in.readObject());
        } catch (IOException | ClassNotFoundException error) {
            throw new IllegalStateException("Cannot take up the description of a file that a task has sent.", error);
        }
    }

    /** Rows made as they are asked for, in Spark's own form, each counted once it is made. */
    private record CountedRows(
            Iterator<FileEntry> entries,
            FileScan scan,
            Function1<Object, Object> form,
            LongAccumulator done,
            LongAccumulator bytes)
            implements Iterator<InternalRow> {

        @Override
        public boolean hasNext() {
            return entries.hasNext();
        }

        @Override
        public InternalRow next() {
            FileEntry entry = entries.next();
            InternalRow row = (InternalRow) form.apply(scan.row(entry));
            done.add(1);
            bytes.add(entry.size());
            return row;
        }
    }
}
