package dev.shoal.stage;

import static org.apache.spark.sql.functions.col;

import dev.shoal.catalog.Dataset;
import dev.shoal.catalog.table.CatalogTables;
import dev.shoal.spec.RunSpec;
import dev.shoal.spec.SourceSpec;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * The main job: an archive becomes a judged, regridded, registered dataset. Does what the archive's change asks for and
 * no more: nothing where nothing changed, the new files where files were added.
 */
public final class Reprocessing {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS").withZone(ZoneOffset.UTC);

    private final SparkSession spark;
    private final RunSpec spec;
    private final Progress progress;
    private final CatalogTables tables;
    private final String run;
    private final long startMicros;
    private final long startNanos = System.nanoTime();

    /**
     * Prepares a run.
     *
     * @param spark session with the catalog {@code ocean}
     * @param spec what to do
     * @param progress who wants to know
     * @param clock for the run's id and times
     */
    public Reprocessing(SparkSession spark, RunSpec spec, Progress progress, Clock clock) {
        this.spark = spark;
        this.spec = spec;
        this.progress = progress;
        this.tables = CatalogTables.open(spark, CatalogTables.CATALOG);
        this.startMicros = TimeUnit.MILLISECONDS.toMicros(clock.millis());
        this.run = spec.dataset() + Previous.RUN_SEPARATOR + STAMP.format(clock.instant());
    }

    /**
     * Says what the run would do if the dataset were made anew; writes nothing.
     *
     * @throws StageException where the specification does not fit the archive
     */
    public RunPlan plan() {
        List<FileEntry> files = listing();
        org.apache.spark.sql.Dataset<Row> scan = scan(files);
        try {
            List<FileDescription> described = ScanStage.descriptions(scan);
            Product product = product(described);
            return product.plan(product.fitting(described, Optional.empty(), new TreeMap<>()));
        } finally {
            scan.unpersist();
        }
    }

    /**
     * Runs.
     *
     * @throws StageException where the specification does not fit the archive, or the store fails; nothing is published
     *     then, and the next run goes on from there
     */
    public RunOutcome run() {
        List<FileEntry> files = listing();
        Previous previous = Previous.read(tables, spec.dataset());
        Change change = Change.of(files, previous);
        boolean same = previous.madeBy(spec.fingerprint());
        if (same && change.isNothing()) {
            return outcome(RunOutcome.Action.NOTHING, previous, files, change.refused());
        }
        List<FileEntry> wanted = new ArrayList<>(files);
        if (same) {
            wanted = new ArrayList<>(change.fresh());
            wanted.addAll(change.changed());
        }
        org.apache.spark.sql.Dataset<Row> scan = scan(wanted);
        try {
            return process(files, scan, previous, change, same);
        } finally {
            scan.unpersist();
        }
    }

    private RunOutcome process(
            List<FileEntry> files,
            org.apache.spark.sql.Dataset<Row> scan,
            Previous previous,
            Change change,
            boolean same) {
        Registration registration = new Registration(tables, spec, run, startMicros);
        try (SideBySide background = new SideBySide()) {
            background.start(() -> registration.scanned(scan));
            RunOutcome outcome = process(files, scan, previous, change, same, registration, background);
            return ended(outcome);
        }
    }

    private RunOutcome process(
            List<FileEntry> files,
            org.apache.spark.sql.Dataset<Row> scan,
            Previous previous,
            Change change,
            boolean same,
            Registration registration,
            SideBySide background) {
        Map<String, String> refused = new TreeMap<>(same ? change.refused() : Map.of());
        scan.filter(col("reject").isNotNull())
                .select("path", "reject.reason")
                .toLocalIterator()
                .forEachRemaining(row -> refused.put(row.getString(0), row.getString(1)));
        Set<String> known = Set.copyOf(refused.keySet());
        List<FileDescription> described = ScanStage.descriptions(scan);
        if (described.isEmpty() && !(same && !change.removed().isEmpty())) {
            background.await();
            return registration.nothing(previous, files, refused, known);
        }
        Product product = same ? product(previous, described) : product(described);
        boolean joining = same && change.onlyAdds();
        List<FileDescription> fitting =
                product.fitting(described, joining ? Optional.of(previous) : Optional.empty(), refused);
        if (joining && fitting.isEmpty()) {
            background.await();
            return registration.nothing(previous, files, refused, known);
        }
        Produced produced = make(product, fitting, previous, change, same);
        refused.putAll(produced.refused());
        background.await();
        return registration.published(previous, produced, fitting, refused, known, files, change, same);
    }

    private Produced make(
            Product product, List<FileDescription> fitting, Previous previous, Change change, boolean same) {
        if (same && product.canExtend(fitting, previous, change)) {
            List<String> replaced = new ArrayList<>(change.removed());
            change.changed().forEach(file -> replaced.add(file.path()));
            return product.extend(fitting, replaced);
        }
        if (!same || change.kept().isEmpty()) {
            return product.build(fitting);
        }
        org.apache.spark.sql.Dataset<Row> rest = scan(change.kept());
        try {
            List<FileDescription> all = new ArrayList<>(fitting);
            all.addAll(ScanStage.descriptions(rest));
            all.sort(Comparator.comparing(file -> file.file().path()));
            return product.build(all);
        } finally {
            rest.unpersist();
        }
    }

    private List<FileEntry> listing() {
        return ArchiveListing.of(spec.source().paths(), spark.sparkContext().hadoopConfiguration());
    }

    private org.apache.spark.sql.Dataset<Row> scan(List<FileEntry> files) {
        return new ScanStage(spark, run, startMicros, progress).scan(files);
    }

    private Product product(Previous previous, List<FileDescription> described) {
        return previous.dataset()
                .map(Dataset::kind)
                .map(kind -> kind == dev.shoal.catalog.DatasetKind.GRID ? grids() : observations())
                .orElseGet(() -> product(described));
    }

    private Product product(List<FileDescription> described) {
        SourceSpec.Kind kind = spec.source().kind();
        if (kind == SourceSpec.Kind.AUTO) {
            long observed =
                    described.stream().filter(file -> !file.columns().isEmpty()).count();
            long gridded =
                    described.stream().filter(file -> !file.grids().isEmpty()).count();
            if (observed == 0 && gridded == 0) {
                throw StageException.configuration("Cannot make dataset '" + spec.dataset()
                        + "': no file holds a field over latitude and longitude, nor observations. "
                        + described.stream()
                                .flatMap(file -> file.problems().stream())
                                .findFirst()
                                .orElse("Every file was refused; see the table ocean.catalog.rejects."));
            }
            return observed >= gridded ? observations() : grids();
        }
        return kind == SourceSpec.Kind.GRIDS ? grids() : observations();
    }

    private Product observations() {
        return new ObservationProduct(spark, spec, progress, run);
    }

    private Product grids() {
        String warehouse = spark.conf().get("spark.sql.catalog." + CatalogTables.CATALOG + ".warehouse");
        String folder = spec.output().path().orElse(warehouse + "/zarr/" + spec.dataset());
        return new GridProduct(spark, spec, progress, qualified(folder));
    }

    /** Returns a path with its scheme, so that it means the same for every reader of the catalogue. */
    private String qualified(String folder) {
        try {
            Path path = new Path(folder);
            return path.getFileSystem(spark.sparkContext().hadoopConfiguration())
                    .makeQualified(path)
                    .toString();
        } catch (IOException error) {
            throw StageException.store(folder, error);
        }
    }

    private RunOutcome outcome(
            RunOutcome.Action action, Previous previous, List<FileEntry> files, Map<String, String> refused) {
        return ended(new RunOutcome(
                run,
                spec.dataset(),
                action,
                previous.dataset().map(known -> known.kind().title()).orElse(""),
                previous.dataset().map(Dataset::location).orElse(""),
                files.size(),
                0,
                refused,
                0,
                0,
                Map.of(),
                Map.of(),
                0));
    }

    private RunOutcome ended(RunOutcome outcome) {
        return new RunOutcome(
                outcome.run(),
                outcome.dataset(),
                outcome.action(),
                outcome.kind(),
                outcome.location(),
                outcome.files(),
                outcome.read(),
                outcome.rejected(),
                outcome.amount(),
                outcome.decodedBytes(),
                outcome.flags(),
                outcome.tests(),
                (System.nanoTime() - startNanos) / 1e9);
    }
}
