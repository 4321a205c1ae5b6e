package dev.shoal.stage;

import static org.apache.spark.sql.functions.col;

import dev.shoal.catalog.AppliedTest;
import dev.shoal.catalog.Granule;
import dev.shoal.catalog.Reject;
import dev.shoal.catalog.Run;
import dev.shoal.catalog.UnrunTest;
import dev.shoal.catalog.VariableSummary;
import dev.shoal.catalog.query.DatasetExtent;
import dev.shoal.catalog.table.CatalogTables;
import dev.shoal.catalog.table.DatasetsTable;
import dev.shoal.catalog.table.GranulesTable;
import dev.shoal.catalog.table.InventoryTable;
import dev.shoal.catalog.table.QcTestsTable;
import dev.shoal.catalog.table.QcUnrunTable;
import dev.shoal.catalog.table.RejectsTable;
import dev.shoal.catalog.table.RunsTable;
import dev.shoal.spec.RunSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Tells the catalogue what a run has found and made; the only place where stages and catalogue meet. */
final class Registration {

    private final CatalogTables tables;
    private final RunSpec spec;
    private final String run;
    private final long startMicros;

    /**
     * Prepares the registration of a run.
     *
     * @param run its id
     * @param startMicros when it began, microseconds since 1970 UTC
     */
    Registration(CatalogTables tables, RunSpec spec, String run, long startMicros) {
        this.tables = tables;
        this.spec = spec;
        this.run = run;
        this.startMicros = startMicros;
    }

    /** Puts down what a scan has found: readable files into the inventory, the others among the rejects. */
    void scanned(Dataset<Row> scan) {
        SideBySide.run(() -> tables.upsert(InventoryTable.TABLE, ScanStage.inventory(scan)), () -> {
            Dataset<Row> rejects = ScanStage.rejects(scan);
            if (!rejects.isEmpty()) {
                tables.upsert(RejectsTable.TABLE, rejects);
            }
        });
    }

    /** Puts down that a run has made nothing, and the files it refused. */
    RunOutcome nothing(Situation situation, Refusals refused) {
        refuse(refused.unknown(), Set.of(), situation.files());
        RunOutcome outcome = RunOutcome.nothing(run, spec.dataset(), situation, refused);
        register(outcome);
        return outcome;
    }

    /** Puts down what a run has published: its granules, the files it refused, the dataset, and the run itself. */
    RunOutcome published(Situation situation, Produced produced, Refusals refused) {
        List<Granule> granules =
                produced.taken().stream().map(file -> granule(file, produced)).toList();
        SideBySide.run(
                () -> {
                    accept(situation, produced);
                    refuse(refused.unknown(), produced.damaged().keySet(), situation.files());
                },
                () -> {
                    tables.upsert(GranulesTable.TABLE, granules);
                    forget(situation, produced);
                },
                () -> tell(produced.judging()));
        RunOutcome outcome = outcome(situation, produced, refused);
        tables.upsert(DatasetsTable.TABLE, List.of(dataset(produced)));
        register(outcome);
        return outcome;
    }

    /** Puts down which tests were put to which variable, and which could not run. */
    private void tell(Judging judging) {
        List<AppliedTest> applied = judging.applied(run, spec.dataset(), spec.fingerprint());
        if (!applied.isEmpty()) {
            tables.upsert(QcTestsTable.TABLE, applied);
        }
        List<UnrunTest> unrun = judging.unrun(run, spec.dataset());
        Set<UnrunTest> still = Set.copyOf(judging.unrun("", spec.dataset()));
        List<UnrunTest> gone = new ArrayList<>();
        tables.read(QcUnrunTable.TABLE)
                .where(col("dataset").equalTo(spec.dataset()))
                .toLocalIterator()
                .forEachRemaining(row -> {
                    UnrunTest known = QcUnrunTable.TABLE.value(row);
                    boolean judgedAgain = judging.platforms()
                            .map(judged -> judged.contains(known.platform()))
                            .orElse(true);
                    if (judgedAgain && !still.contains(known.of(""))) {
                        gone.add(known);
                    }
                });
        if (!gone.isEmpty()) {
            tables.remove(QcUnrunTable.TABLE, tables.rows(QcUnrunTable.TABLE, gone));
        }
        if (!unrun.isEmpty()) {
            tables.upsert(QcUnrunTable.TABLE, unrun);
        }
    }

    private RunOutcome outcome(Situation situation, Produced produced, Refusals refused) {
        boolean rebuilt = produced.action() == RunOutcome.Action.CREATED
                && situation.previous().dataset().isPresent();
        return new RunOutcome(
                run,
                spec.dataset(),
                rebuilt ? RunOutcome.Action.REBUILT : produced.action(),
                produced.kind().title(),
                produced.location(),
                produced.layouts(),
                situation.files().size(),
                produced.offered(),
                refused.all(),
                produced.amount(),
                produced.decodedBytes(),
                produced.flags(),
                produced.tests(),
                produced.judging().unrunSeries(),
                0);
    }

    private void refuse(Map<String, String> refused, Set<String> damaged, List<FileEntry> files) {
        Map<String, FileEntry> entries = new HashMap<>();
        files.forEach(file -> entries.put(file.path(), file));
        FileScan rejects = new FileScan(run, startMicros, new org.apache.hadoop.conf.Configuration(false));
        List<Reject> rows = new ArrayList<>();
        refused.forEach((path, reason) -> {
            FileEntry entry = entries.get(path);
            if (entry != null) {
                rows.add(rejects.reject(
                        entry, spec.dataset(), damaged.contains(path) ? FileScan.READ : FileScan.PLAN, reason));
            }
        });
        if (!rows.isEmpty()) {
            tables.upsert(RejectsTable.TABLE, rows);
        }
    }

    /**
     * Takes files from among the rejects that are in the dataset now, and those of which a part was in it and is no
     * more.
     */
    private void accept(Situation situation, Produced produced) {
        List<Reject> gone = new ArrayList<>();
        for (FileDescription file : produced.taken()) {
            for (String stage : List.of(FileScan.SCAN, FileScan.ACCESS)) {
                gone.add(new Reject(file.file().path(), "", 0, 0, stage, "", run, startMicros));
            }
            for (String stage : List.of(FileScan.PLAN, FileScan.READ, FileScan.LATE)) {
                gone.add(new Reject(file.file().path(), spec.dataset(), 0, 0, stage, "", run, startMicros));
            }
        }
        for (String path : situation.change().removed()) {
            gone.add(new Reject(path, spec.dataset(), 0, 0, FileScan.READ, "", run, startMicros));
        }
        if (!tables.read(RejectsTable.TABLE).isEmpty()) {
            tables.remove(RejectsTable.TABLE, tables.rows(RejectsTable.TABLE, gone));
        }
    }

    private void forget(Situation situation, Produced produced) {
        List<Granule> gone = new ArrayList<>();
        Map<String, Boolean> taken = new HashMap<>();
        produced.taken().forEach(file -> taken.put(file.file().path(), true));
        boolean keeps =
                produced.action() == RunOutcome.Action.EXTENDED || produced.action() == RunOutcome.Action.JUDGED;
        Set<FileEntry> kept = keeps ? Set.copyOf(situation.change().kept()) : Set.of();
        for (FileEntry known : situation.previous().granules().values()) {
            boolean left = kept.contains(known);
            if (!left && !taken.containsKey(known.path())) {
                gone.add(new Granule(
                        spec.dataset(), known.path(), "", 0, 0, Optional.empty(), Optional.empty(), List.of(), 0, run));
            }
        }
        if (!gone.isEmpty()) {
            tables.remove(GranulesTable.TABLE, tables.rows(GranulesTable.TABLE, gone));
        }
    }

    private Granule granule(FileDescription file, Produced produced) {
        List<VariableSummary> variables = produced.kind() == dev.shoal.catalog.DatasetKind.GRID
                ? VariableSummaries.ofGrids(file.grids())
                : VariableSummaries.ofColumns(file.columns());
        return new Granule(
                spec.dataset(),
                file.file().path(),
                file.sha256(),
                file.file().size(),
                TimeUnit.MILLISECONDS.toMicros(file.file().modifiedMillis()),
                file.extent().time(),
                file.extent().footprint(),
                variables,
                file.extent().count(),
                run);
    }

    /** Returns the row of the dataset; it reaches as far as the granules that are registered for it. */
    private dev.shoal.catalog.Dataset dataset(Produced produced) {
        DatasetExtent extent = DatasetExtent.of(
                tables.read(GranulesTable.TABLE).where(col("dataset").equalTo(spec.dataset())));
        return new dev.shoal.catalog.Dataset(
                spec.dataset(),
                produced.kind(),
                Optional.of(spec.title()),
                produced.location(),
                spec.fingerprint(),
                produced.variables(),
                extent.time(),
                extent.footprint(),
                produced.rows(),
                produced.cells(),
                startMicros,
                run);
    }

    private void register(RunOutcome outcome) {
        TreeMap<String, Long> counts = new TreeMap<>();
        counts.put("files", outcome.files());
        counts.put("read", outcome.read());
        counts.put("rejected", (long) outcome.rejected().size());
        counts.put("written", outcome.amount());
        outcome.flags().forEach((key, count) -> counts.put(Run.FLAGS + key, count));
        outcome.tests().forEach((key, count) -> counts.put(Run.TESTS + key, count));
        tables.upsert(
                RunsTable.TABLE,
                List.of(new Run(
                        run,
                        spec.dataset(),
                        spec.text(),
                        spec.fingerprint(),
                        Version.TEXT,
                        startMicros,
                        OptionalLong.of(TimeUnit.MILLISECONDS.toMicros(System.currentTimeMillis())),
                        counts,
                        spec.qc().canonical())));
    }
}
