package dev.shoal.stage;

import dev.shoal.catalog.table.CatalogTables;
import dev.shoal.cf.view.FieldViews;
import dev.shoal.spec.RegridSpec;
import dev.shoal.spec.RunSpec;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
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
    private final Registration registration;
    private final Products products;
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
     * @throws StageException where a gridded field of the tests is not there
     */
    public Reprocessing(SparkSession spark, RunSpec spec, Progress progress, Clock clock) {
        this.spark = spark;
        this.spec = FieldFiles.looked(
                Thresholds.of(spark, spec), spark.sparkContext().hadoopConfiguration());
        this.progress = progress;
        this.tables = CatalogTables.open(spark, CatalogTables.CATALOG);
        this.startMicros = TimeUnit.MILLISECONDS.toMicros(clock.millis());
        this.run = id(spec.dataset(), clock.instant());
        this.registration = new Registration(tables, this.spec, run, startMicros);
        this.products = new Products(spark, tables, this.spec, progress, run);
    }

    /** Returns the id of a run that begins now. */
    static String id(String dataset, Instant now) {
        return dataset + Previous.RUN_SEPARATOR + STAMP.format(now);
    }

    /**
     * Says what the run would do if the dataset were made anew; writes nothing.
     *
     * @throws StageException where the specification does not fit the archive
     */
    public RunPlan plan() {
        Dataset<Row> scan = scan(listing());
        try {
            List<FileDescription> described = ScanStage.descriptions(scan);
            Product product = products.of(described);
            return product.plan(product.fitting(described, Optional.empty(), new Refusals(Map.of())));
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
        Previous previous = Previous.read(tables, spec.dataset());
        Situation situation = Situation.of(listing(), previous, spec.fingerprint(), products.standing(previous));
        if (situation.isUnchanged()) {
            Refusals refused = new Refusals(situation.change().refused());
            return ended(RunOutcome.nothing(run, spec.dataset(), situation, refused));
        }
        Optional<ObservationProduct> sameValues = products.judgedAgain(situation);
        if (sameValues.isPresent()) {
            return ended(judgeAgain(situation, sameValues.get()));
        }
        Dataset<Row> scan = scan(situation.unread());
        try (SideBySide background = new SideBySide()) {
            background.start(() -> registration.scanned(scan));
            return ended(process(situation, scan, background));
        } finally {
            scan.unpersist();
        }
    }

    private RunOutcome judgeAgain(Situation situation, ObservationProduct product) {
        Refusals refused = new Refusals(situation.change().refused());
        Produced produced = product.judgeAgain();
        try (Progress.Work work = progress.begin("Registering " + spec.dataset(), 1)) {
            RunOutcome outcome = registration.published(situation, produced, refused);
            work.reached(1, 0);
            return outcome;
        }
    }

    private RunOutcome process(Situation situation, Dataset<Row> scan, SideBySide background) {
        Refusals refused =
                new Refusals(situation.isSameWork() ? situation.change().refused() : Map.of());
        ScanStage.refused(scan).forEachRemaining(row -> refused.putKnown(row.getString(0), row.getString(1)));
        Optional<Produced> produced = produce(situation, ScanStage.descriptions(scan), refused);
        background.await();
        try (Progress.Work work = progress.begin("Registering " + spec.dataset(), 1)) {
            RunOutcome outcome = produced.map(made -> registration.published(situation, made, refused))
                    .orElseGet(() -> registration.nothing(situation, refused));
            produced.ifPresent(made -> made.scaffold().forEach(this::takeDown));
            work.reached(1, 0);
            return outcome;
        }
    }

    private void takeDown(String folder) {
        try {
            Path path = new Path(folder);
            path.getFileSystem(spark.sparkContext().hadoopConfiguration()).delete(path, true);
        } catch (IOException error) {
            throw StageException.store(folder, error);
        }
    }

    /** Makes or extends the product; nothing where no file can be taken and none was taken away. */
    private Optional<Produced> produce(Situation situation, List<FileDescription> described, Refusals refused) {
        if (described.isEmpty() && !situation.mustMend()) {
            return Optional.empty();
        }
        Product product = products.of(situation, described);
        List<FileDescription> fitting = product.fitting(
                described, situation.onlyAdds() ? Optional.of(situation.previous()) : Optional.empty(), refused);
        if (fitting.isEmpty() && situation.isSameWork() && !situation.mustMend()) {
            return Optional.empty();
        }
        Produced produced = make(product, fitting, situation, refused);
        refused.putAll(produced.refused());
        return Optional.of(produced);
    }

    private Produced make(Product product, List<FileDescription> fitting, Situation situation, Refusals refused) {
        if (!situation.isSameWork()) {
            return product.build(fitting);
        }
        if (product.canExtend(fitting, situation)) {
            return product.extend(fitting, situation.replaced());
        }
        Dataset<Row> rest = scan(situation.rest());
        try {
            registration.scanned(rest);
            ScanStage.refused(rest).forEachRemaining(row -> refused.putKnown(row.getString(0), row.getString(1)));
            List<FileDescription> all = new ArrayList<>(fitting);
            all.addAll(ScanStage.descriptions(rest));
            all.sort(Comparator.comparing(file -> file.file().path()));
            return product.build(all);
        } finally {
            rest.unpersist();
        }
    }

    private List<FileEntry> listing() {
        return FileEntry.list(spec.source().paths(), spark.sparkContext().hadoopConfiguration());
    }

    private Dataset<Row> scan(List<FileEntry> files) {
        FieldViews views = spec.regrid().map(RegridSpec::views).orElse(FieldViews.NONE);
        return new ScanStage(spark, run, startMicros, progress, views).scan(files);
    }

    private RunOutcome ended(RunOutcome outcome) {
        return outcome.after((System.nanoTime() - startNanos) / 1e9);
    }
}
