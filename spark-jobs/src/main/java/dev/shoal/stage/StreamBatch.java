package dev.shoal.stage;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.sum;

import dev.shoal.catalog.DatasetKind;
import dev.shoal.catalog.Reject;
import dev.shoal.catalog.table.CatalogTables;
import dev.shoal.catalog.table.RejectsTable;
import dev.shoal.qc.QcSuite;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.api.java.function.VoidFunction2;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/** What is done with each batch of a stream: the table's rows in one commit, then the catalogue's. */
final class StreamBatch implements VoidFunction2<Dataset<Row>, Long> {

    private static final long serialVersionUID = 1;

    private final transient CatalogTables tables;
    private final transient StreamPlan plan;
    private final transient ObservationStage stage;
    private final transient UnrunCounts unrun;
    private final transient Progress progress;
    private transient boolean told;

    /**
     * Prepares for a stream's batches.
     *
     * @param tables of the catalogue
     * @param unrun counts the tests that could not run
     */
    StreamBatch(CatalogTables tables, StreamPlan plan, ObservationStage stage, UnrunCounts unrun, Progress progress) {
        this.tables = tables;
        this.plan = plan;
        this.stage = stage;
        this.unrun = unrun;
        this.progress = progress;
    }

    @Override
    public void call(Dataset<Row> rows, Long batch) {
        Dataset<Row> held = rows.persist(StorageLevel.MEMORY_AND_DISK());
        try {
            Dataset<Row> scan =
                    StreamTable.of(held, StreamTable.Kind.FILE).select("scan.*").persist();
            List<FileDescription> described = ScanStage.descriptions(scan);
            try (Progress.Work work = progress.begin("Batch " + batch, described.size())) {
                SideBySide.run(() -> write(held), () -> registration().scanned(scan));
                register(held, scan, described);
                work.reached(described.size(), 0);
            } finally {
                scan.unpersist();
            }
        } finally {
            held.unpersist();
        }
    }

    private void write(Dataset<Row> held) {
        try {
            plan.writer()
                    .merge(
                            stage.rows(
                                    StreamTable.judged(held, StreamTable.Kind.FRESH),
                                    plan.spec().dataset(),
                                    plan.run()),
                            stage.rows(
                                    StreamTable.judged(held, StreamTable.Kind.CHANGED),
                                    plan.spec().dataset(),
                                    plan.run()));
        } catch (Exception error) { // Spark's own is checked and declared nowhere.
            throw StageException.ofStore(plan.table(), error);
        }
    }

    private Registration registration() {
        return new Registration(tables, plan.spec(), plan.run(), plan.startMicros());
    }

    private void register(Dataset<Row> held, Dataset<Row> scan, List<FileDescription> described) {
        Map<String, String> misfits = notes(held, StreamTable.Kind.FILE);
        Map<String, String> damaged = notes(held, StreamTable.Kind.DAMAGED);
        Map<String, String> late = late(held);
        tell(described, late);
        Map<String, String> refused = new TreeMap<>(misfits);
        refused.putAll(damaged);
        Refusals refusals = new Refusals(Map.of());
        ScanStage.refused(scan).forEachRemaining(row -> refusals.putKnown(row.getString(0), row.getString(1)));
        refusals.putAll(refused);
        List<FileDescription> taken = described.stream()
                .filter(file -> !refused.containsKey(file.file().path())
                        && !late.containsKey(file.file().path()))
                .toList();
        registration().published(situation(described), produced(held, described, taken, refused, damaged), refusals);
    }

    private static Map<String, String> notes(Dataset<Row> held, StreamTable.Kind kind) {
        Map<String, String> notes = new TreeMap<>();
        StreamTable.of(held, kind)
                .where(col("note").isNotNull())
                .select("path", "note")
                .toLocalIterator()
                .forEachRemaining(row -> notes.put(row.getString(0), row.getString(1)));
        return notes;
    }

    private Map<String, String> late(Dataset<Row> held) {
        Map<String, String> late = new TreeMap<>();
        StreamTable.of(held, StreamTable.Kind.LATE)
                .groupBy("path")
                .agg(sum("count"))
                .toLocalIterator()
                .forEachRemaining(row -> late.put(
                        row.getString(0),
                        "Cannot judge " + row.getLong(1) + " of the observations in '" + row.getString(0)
                                + "': they have no time, or came when others of their series were more than "
                                + plan.options().delay() + " newer. They are not in the dataset '"
                                + plan.spec().dataset()
                                + "'. Run 'shoal run' on the specification, which takes them in, and give the stream a longer"
                                + " delay where more such files are to come."));
        return late;
    }

    private void tell(List<FileDescription> described, Map<String, String> late) {
        FileScan rejects =
                new FileScan(plan.run(), plan.startMicros(), new org.apache.hadoop.conf.Configuration(false));
        List<Reject> rows = new ArrayList<>();
        for (FileDescription file : described) {
            Optional.ofNullable(late.get(file.file().path()))
                    .ifPresent(reason ->
                            rows.add(rejects.reject(file.file(), plan.spec().dataset(), FileScan.LATE, reason)));
        }
        if (!rows.isEmpty()) {
            tables.upsert(RejectsTable.TABLE, rows);
        }
    }

    /** Returns the situation of a run over nothing but the files of the batch: it takes no other out. */
    private Situation situation(List<FileDescription> described) {
        List<FileEntry> files = described.stream().map(FileDescription::file).toList();
        Previous previous = new Previous(Optional.empty(), Map.of(), new HashMap<>(), new HashMap<>(), new HashMap<>());
        return Situation.of(files, previous, plan.spec().fingerprint(), Standing.REGISTERED);
    }

    private Produced produced(
            Dataset<Row> held,
            List<FileDescription> described,
            List<FileDescription> taken,
            Map<String, String> refused,
            Map<String, String> damaged) {
        long rows = held.sparkSession().table(plan.table()).count();
        SortedMap<UnrunCounts.Kind, UnrunCounts.Count> unable = unrun.value();
        Map<String, QcSuite> suites =
                told && unable.isEmpty() ? Map.of() : plan.columns().suites();
        told = true;
        return new Produced(
                DatasetKind.OBSERVATIONS,
                RunOutcome.Action.EXTENDED,
                plan.table(),
                Map.of(),
                described.size(),
                taken,
                refused,
                damaged,
                VariableSummaries.ofColumns(plan.columns().columns()),
                rows,
                0,
                rows - plan.rows(),
                described.stream().mapToLong(file -> file.file().size()).sum(),
                Map.of(),
                Map.of(),
                new Judging(suites, plan.columns().own(), unable, Optional.of(Set.of())),
                List.of());
    }
}
