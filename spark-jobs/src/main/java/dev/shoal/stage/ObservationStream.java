package dev.shoal.stage;

import dev.shoal.catalog.Dataset;
import dev.shoal.catalog.DatasetKind;
import dev.shoal.catalog.table.CatalogTables;
import dev.shoal.spec.RunSpec;
import dev.shoal.spec.SourceSpec;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.StreamingQuery;

/**
 * A dataset of observations that is kept up as files come: after each batch of files its table has the flags that a run
 * over all of them would give.
 *
 * <p>What later files can still change of a series is kept as Spark's streaming state, in a folder of the warehouse
 * beside the tables. A stream that is stopped or killed and begun again goes on there; what it did last it does once
 * more, which changes nothing. Where a run has changed the table since, it goes through all files again. Files are
 * taken once, when they appear: they are to be moved into their folder whole, and one that changes later is left to
 * {@link Reprocessing}.
 *
 * <p>What a stream cannot take is never silent: files that cannot be read or do not fit the table, and observations
 * that come too late or have no time, are rows of {@code ocean.catalog.rejects}.
 */
public final class ObservationStream {

    private final SparkSession spark;
    private final RunSpec spec;
    private final StreamOptions options;
    private final Progress progress;
    private final CatalogTables tables;
    private final String run;
    private final long startMicros;
    private final AtomicLong refused = new AtomicLong();

    /**
     * Prepares a stream.
     *
     * @param spark session with the catalog {@code ocean}
     * @param spec what is read and how it is judged
     * @param options how the stream goes
     * @param progress who wants to know of each batch
     * @param clock for the run's id and times
     */
    public ObservationStream(SparkSession spark, RunSpec spec, StreamOptions options, Progress progress, Clock clock) {
        this.spark = spark;
        this.spec = Thresholds.of(spark, spec);
        this.options = options;
        this.progress = progress;
        this.tables = CatalogTables.open(spark, CatalogTables.CATALOG);
        this.startMicros = TimeUnit.MILLISECONDS.toMicros(clock.millis());
        this.run = Reprocessing.id(spec.dataset(), clock.instant());
    }

    /**
     * Begins.
     *
     * @return the query; it has to be waited for or stopped
     * @throws StageException where the specification asks for what a stream cannot do, does not fit the archive or the
     *     dataset that there is, or no file tells the columns; nothing has run then
     */
    public StreamingQuery start() {
        if (spec.source().kind() == SourceSpec.Kind.GRIDS) {
            throw StageException.configuration("Cannot stream dataset '" + spec.dataset()
                    + "': found source.kind grids, expected observations. Run it in batch, with 'shoal run'.");
        }
        if (!spec.fields().fields().isEmpty()) {
            throw StageException.configuration("Cannot stream dataset '" + spec.dataset()
                    + "': its tests look at gridded fields, such as '"
                    + spec.fields().fields().get(0).name()
                    + "', and a stream has none. Run it in batch, with 'shoal run'.");
        }
        Previous previous = Previous.read(tables, spec.dataset());
        boolean there = isThere(previous);
        StreamPlan plan = there ? known(previous) : fresh();
        String checkpoint = checkpoint(plan);
        if (!there) {
            make(plan);
        }
        if (!plan.writer().isLast(spark)) {
            forget(checkpoint); // A run has taken in what the state does not know: all files are gone through again.
        }
        return new StreamQuery(spark, tables, plan, progress, refused::addAndGet).start(checkpoint);
    }

    /** Returns how many files were refused, in whole or in part, since the stream began. */
    public long refused() {
        return refused.get();
    }

    private boolean isThere(Previous previous) {
        return previous.dataset().isPresent() && spark.catalog().tableExists(ObservationProduct.table(spec.dataset()));
    }

    /** Goes on with the table that there is. */
    private StreamPlan known(Previous previous) {
        Dataset dataset = previous.dataset().orElseThrow();
        if (dataset.kind() != DatasetKind.OBSERVATIONS || !dataset.specHash().equals(spec.fingerprint())) {
            throw StageException.configuration("Cannot stream into dataset '" + spec.dataset()
                    + "': it was made by another specification, with other tests or variables. Run 'shoal run' on this"
                    + " one, which makes it anew, then the stream; or choose another name.");
        }
        refuseChanged(previous);
        ObservationSchema schema = new ObservationSchema(spec);
        ObservationWriter.columns(spark, ObservationProduct.table(spec.dataset()))
                .forEach(schema::add);
        return plan(
                schema, spark.table(ObservationProduct.table(spec.dataset())).count());
    }

    /** A stream takes a file once, so it would not see what has become of it. */
    private void refuseChanged(Previous previous) {
        List<FileEntry> listed;
        try {
            listed = listing();
        } catch (StageException empty) {
            return; // No file is there yet, or not any more: the stream waits for some.
        }
        List<FileEntry> changed = Change.of(listed, previous).changed();
        if (!changed.isEmpty()) {
            throw StageException.configuration("Cannot stream into dataset '" + spec.dataset() + "': "
                    + changed.size() + " of its files changed since they were taken in, such as '"
                    + changed.get(0).path() + "', and a stream takes a file once. Run 'shoal run' on the specification,"
                    + " then the stream again.");
        }
    }

    /** Learns the columns from the files that are there. */
    private StreamPlan fresh() {
        org.apache.spark.sql.Dataset<Row> scan = new ScanStage(spark, run, startMicros, progress).scan(listing());
        try {
            ObservationSchema schema = new ObservationSchema(spec);
            ScanStage.descriptions(scan).stream()
                    .filter(file -> !file.columns().isEmpty())
                    .forEach(schema::add);
            if (schema.files().isEmpty()) {
                throw StageException.configuration("Cannot stream dataset '" + spec.dataset()
                        + "': none of the files that are there holds observations of the variables asked for, and a"
                        + " stream learns its columns from those. Begin it when the first such file is there.");
            }
            return plan(schema, 0);
        } finally {
            scan.unpersist();
        }
    }

    private StreamPlan plan(ObservationSchema schema, long rows) {
        List<String> problems = schema.problems();
        if (!problems.isEmpty()) {
            throw StageException.configuration(String.join("\n", problems));
        }
        ObservationTable columns = schema.table();
        return new StreamPlan(spec, options, columns, StreamSuites.of(columns), rows, run, startMicros);
    }

    private List<FileEntry> listing() {
        return FileEntry.list(spec.source().paths(), spark.sparkContext().hadoopConfiguration());
    }

    /** Makes the table, without rows. */
    private void make(StreamPlan plan) {
        ObservationWriter.replace(
                spark,
                plan.table(),
                spark.createDataFrame(List.of(), plan.columns().schema()),
                plan.columns(),
                spec.valuesFingerprint(),
                run);
    }

    private void forget(String checkpoint) {
        try {
            Path folder = new Path(checkpoint);
            folder.getFileSystem(spark.sparkContext().hadoopConfiguration()).delete(folder, true);
        } catch (IOException error) {
            throw StageException.store(checkpoint, error);
        }
    }

    private String checkpoint(StreamPlan plan) {
        String warehouse = spark.conf().get("spark.sql.catalog." + CatalogTables.CATALOG + ".warehouse");
        return String.join(
                "/",
                Optional.of(warehouse).map(text -> text.replaceAll("/+$", "")).orElse(""),
                "streams",
                GridPointer.word(spec.dataset()),
                plan.fingerprint());
    }
}
