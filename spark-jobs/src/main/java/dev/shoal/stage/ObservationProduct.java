package dev.shoal.stage;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.not;

import dev.shoal.catalog.DatasetKind;
import dev.shoal.catalog.table.CatalogTables;
import dev.shoal.catalog.table.GranulesTable;
import dev.shoal.catalog.table.RunsTable;
import dev.shoal.spec.RunSpec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;

/**
 * A dataset of observations: one Iceberg table. Every change is one commit. New files bring the whole series that they
 * belong to back to the tests, out of the table, since a sample's flag depends on its neighbours in other files.
 */
final class ObservationProduct implements Product {

    /** Rows a second and core, from {@code benchmarks/README.md}. */
    private static final double ROWS_PER_SECOND = 100e3;

    private final SparkSession spark;
    private final RunSpec spec;
    private final Progress progress;
    private final CatalogTables tables;
    private final String run;

    /**
     * Makes the product.
     *
     * @param tables of the catalogue
     * @param run id of the run
     */
    ObservationProduct(SparkSession spark, CatalogTables tables, RunSpec spec, Progress progress, String run) {
        this.spark = spark;
        this.tables = tables;
        this.spec = spec;
        this.progress = progress;
        this.run = run;
    }

    /** Returns the full name of the table that holds a dataset of observations. */
    static String table(String dataset) {
        return "ocean.obs." + GridPointer.word(dataset);
    }

    @Override
    public List<FileDescription> fitting(
            List<FileDescription> described, Optional<Previous> published, Refusals refused) {
        List<FileDescription> fitting = new ArrayList<>();
        for (FileDescription file : described) {
            if (file.columns().isEmpty()) {
                refused.put(
                        file.file().path(),
                        "Cannot add '" + file.file().path() + "' to dataset '" + spec.dataset()
                                + "': it holds no observations that can be told from its header, and the dataset holds"
                                + " observations. " + String.join(" ", file.problems()));
            } else {
                fitting.add(file);
            }
        }
        return fitting;
    }

    @Override
    public Standing standing(dev.shoal.catalog.Dataset known) {
        String name = table(spec.dataset());
        if (!spark.catalog().tableExists(name)) {
            return Standing.OTHER;
        }
        Optional<String> writer = ObservationWriter.lastRun(spark, name);
        return writer.filter(run -> !hasEnded(run)).isPresent() ? Standing.OTHER : Standing.REGISTERED;
    }

    /** Tells whether a run has come to its end, the last act of which is to put down its own. */
    private boolean hasEnded(String id) {
        return !tables.read(RunsTable.TABLE)
                .where(col("id").equalTo(id).and(col("ended_at").isNotNull()))
                .isEmpty();
    }

    /** A column that would be left without a file must go, and only making the table anew takes one out. */
    @Override
    public boolean canExtend(List<FileDescription> files, Situation situation) {
        if (!situation.change().takesAway()) {
            return true;
        }
        Set<String> left = new HashSet<>();
        ObservationSchema schema = schema(files);
        schema.table().columns().forEach(column -> left.add(ObservationTable.nameOf(column)));
        tables.read(GranulesTable.TABLE)
                .where(col("dataset")
                        .equalTo(spec.dataset())
                        .and(not(col("path").isin(situation.replaced().toArray()))))
                .select(explode(col("variables.name")))
                .distinct()
                .toLocalIterator()
                .forEachRemaining(row -> left.add(row.getString(0)));
        return ObservationWriter.columns(spark, table(spec.dataset())).stream()
                .allMatch(column -> left.contains(ObservationTable.nameOf(column)));
    }

    private ObservationSchema schema(List<FileDescription> files) {
        ObservationSchema schema = new ObservationSchema(spec);
        files.forEach(schema::add);
        return schema;
    }

    private static void check(ObservationSchema schema) {
        List<String> problems = schema.problems();
        if (!problems.isEmpty()) {
            throw StageException.configuration(String.join("\n", problems));
        }
        if (schema.files().isEmpty()) {
            throw StageException.configuration("Cannot make a dataset: none of the files can be used. "
                    + schema.refused().values().stream().findFirst().orElse(""));
        }
    }

    @Override
    public RunPlan plan(List<FileDescription> files) {
        ObservationSchema schema = schema(files);
        check(schema);
        List<String> details = new ArrayList<>();
        for (ObservedColumn column : schema.table().data()) {
            String units = column.canonicalUnits().isEmpty() ? "" : " [" + column.canonicalUnits() + "]";
            details.add(column.column() + units + ": "
                    + RunPlan.text(schema.table().suite(column).tests()));
        }
        schema.refused().values().forEach(reason -> details.add("refused: " + reason));
        long rows =
                schema.files().stream().mapToLong(file -> file.extent().count()).sum();
        long bytes = files.stream().mapToLong(file -> file.file().size()).sum();
        long rowBytes = 8L * schema.table().columns().size() + 128;
        int cores = spark.sparkContext().defaultParallelism();
        long longest = schema.files().stream()
                .mapToLong(file -> file.extent().count())
                .max()
                .orElse(0);
        return new RunPlan(
                spec.dataset(),
                DatasetKind.OBSERVATIONS.title(),
                schema.files().size(),
                schema.files().size(),
                Math.min(schema.files().size(), cores * 4L),
                bytes,
                rows * rowBytes,
                longest * rowBytes * 2,
                rows / ROWS_PER_SECOND / cores,
                details);
    }

    @Override
    public Produced build(List<FileDescription> files) {
        ObservationSchema schema = schema(files);
        check(schema);
        ObservationStage stage = stage(schema.table());
        write(schema, work -> {
            Dataset<Row> judged = stage.judge(stage.read(paths(schema), work));
            replace(stage.written(judged, spec.dataset(), run), schema.table());
            stage.release();
        });
        return produced(schema, stage, RunOutcome.Action.CREATED, Optional.empty());
    }

    private ObservationStage stage(ObservationTable table) {
        BesideFields fields =
                FieldFiles.read(spec.fields(), table, spark.sparkContext().hadoopConfiguration());
        return new ObservationStage(spark, table, fields);
    }

    private void replace(Dataset<Row> rows, ObservationTable columns) {
        ObservationWriter.replace(spark, table(spec.dataset()), rows, columns, spec.valuesFingerprint(), run);
    }

    /** Tells whether the table's values are those that this specification asks for, whatever the flags are. */
    boolean canJudgeAgain() {
        return ObservationWriter.holdsValuesOf(spark, table(spec.dataset()), spec.valuesFingerprint());
    }

    /** Puts the tests to what the table holds, without a look at the files, and publishes it in one act. */
    Produced judgeAgain() {
        ObservationSchema schema = new ObservationSchema(spec);
        ObservationWriter.columns(spark, table(spec.dataset())).forEach(schema::add);
        List<String> problems = schema.problems();
        if (!problems.isEmpty()) {
            throw StageException.configuration(String.join("\n", problems));
        }
        ObservationStage stage = stage(schema.table());
        write(schema, work -> {
            Dataset<Row> known = ObservationWriter.read(spark, table(spec.dataset()), schema.table());
            Dataset<Row> judged = stage.judge(stage.pack(known));
            replace(stage.written(judged, spec.dataset(), run), schema.table());
            stage.release();
        });
        return produced(schema, stage, RunOutcome.Action.JUDGED, Optional.empty());
    }

    @Override
    public Produced extend(List<FileDescription> files, List<String> removed) {
        ObservationSchema schema = new ObservationSchema(spec);
        ObservationWriter.columns(spark, table(spec.dataset())).forEach(schema::add);
        files.forEach(schema::add);
        ObservationStage stage = stage(schema.table());
        List<String> replaced = new ArrayList<>(removed);
        replaced.addAll(paths(schema));
        boolean widened = widens(schema.table());
        Set<String> judgedPlatforms = new HashSet<>();
        write(schema, work -> {
            Dataset<Row> fresh = stage.read(paths(schema), work).persist();
            Dataset<Row> old = ObservationWriter.read(spark, table(spec.dataset()), schema.table());
            Dataset<Row> gone = old.where(col("source_file").isin(replaced.toArray()));
            Dataset<Row> platforms =
                    fresh.select("platform").union(gone.select("platform")).distinct();
            Dataset<Row> others = old.where(not(col("source_file").isin(replaced.toArray())));
            platforms.toLocalIterator().forEachRemaining(row -> judgedPlatforms.add(row.getString(0)));
            Dataset<Row> stays =
                    widened ? others : others.join(platforms, "platform").select(columns(schema.table()));
            Dataset<Row> judged = stage.judge(fresh.union(stage.pack(stays))).persist(StorageLevel.MEMORY_AND_DISK());
            ObservationWriter.merge(
                    spark,
                    table(spec.dataset()),
                    stage.rows(judged, spec.dataset(), run),
                    schema.table(),
                    gone.select("source_file", "source_index"),
                    run);
            judged.unpersist();
            stage.release();
            fresh.unpersist();
        });
        return produced(
                schema, stage, RunOutcome.Action.EXTENDED, widened ? Optional.empty() : Optional.of(judgedPlatforms));
    }

    /** Tells whether the table gets columns, in which case every row of it gets the flag of a missing value there. */
    private boolean widens(ObservationTable wanted) {
        return !List.of(spark.table(table(spec.dataset())).columns()).containsAll(wanted.names());
    }

    private static Column[] columns(ObservationTable table) {
        List<Column> columns = new ArrayList<>();
        for (String name : table.readNames()) {
            columns.add(col("`" + name + "`"));
        }
        return columns.toArray(Column[]::new);
    }

    private void write(ObservationSchema schema, Consumer<SparkWork> body) {
        SparkWork.run(
                spark,
                "Writing the observations of " + spec.dataset(),
                schema.files().size(),
                progress,
                work -> {
                    try {
                        body.accept(work);
                    } catch (Exception error) { // Spark's own is checked and declared nowhere.
                        throw StageException.ofStore(table(spec.dataset()), error);
                    }
                    return work;
                });
    }

    private static List<String> paths(ObservationSchema schema) {
        return schema.files().stream().map(file -> file.file().path()).toList();
    }

    private Produced produced(
            ObservationSchema schema,
            ObservationStage stage,
            RunOutcome.Action action,
            Optional<Set<String>> platforms) {
        Map<String, String> damaged = stage.damaged();
        Map<String, String> refused = new TreeMap<>(schema.refused());
        refused.putAll(damaged);
        List<FileDescription> taken = schema.files().stream()
                .filter(file -> !damaged.containsKey(file.file().path()))
                .toList();
        String name = table(spec.dataset());
        Dataset<Row> all = spark.table(name);
        FlagCounts counts = FlagCounts.of(all, schema.table(), run);
        return new Produced(
                DatasetKind.OBSERVATIONS,
                action,
                name,
                Map.of(),
                schema.files().size(),
                taken,
                refused,
                damaged,
                VariableSummaries.ofColumns(schema.table().columns()),
                counts.rows(),
                0,
                counts.written(),
                schema.files().stream().mapToLong(file -> file.file().size()).sum(),
                counts.flags(),
                counts.tests(),
                new Judging(schema.table().suites(), schema.table().own(), stage.unrun(), platforms),
                List.of());
    }
}
