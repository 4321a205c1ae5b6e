package dev.shoal.stage;

import dev.shoal.catalog.Dataset;
import dev.shoal.catalog.DatasetKind;
import dev.shoal.plan.PlannedArray;
import dev.shoal.qc.QcSuite;
import dev.shoal.qc.QcTest;
import dev.shoal.qc.flag.QcFlag;
import dev.shoal.spec.LayoutSpec;
import dev.shoal.spec.RegridSpec;
import dev.shoal.spec.RunSpec;
import dev.shoal.zarr.ZarrStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;

/**
 * A dataset of fields: one Zarr store, or one for each layout. The store's name holds a fingerprint of the
 * configuration and of the files it was built from and of the store that it follows, so a stopped build goes on where
 * it was, and a rebuild never touches what readers have open. Steps after the last one are added in place.
 */
final class GridProduct implements Product {

    /** Decoded bytes a second and core, from {@code benchmarks/README.md}. */
    private static final double BYTES_PER_SECOND = 100e6;

    private static final int NAME_DIGITS = 12;

    private final SparkSession spark;
    private final RunSpec spec;
    private final Progress progress;
    private final String folder;
    private final String registered;

    /**
     * Makes the product.
     *
     * @param folder that holds the dataset's stores
     * @param registered the store that the catalogue knows; empty where it knows none
     */
    GridProduct(SparkSession spark, RunSpec spec, Progress progress, String folder, String registered) {
        this.spark = spark;
        this.spec = spec;
        this.progress = progress;
        this.folder = folder;
        this.registered = registered;
    }

    private Configuration conf() {
        return spark.sparkContext().hadoopConfiguration();
    }

    @Override
    public List<FileDescription> fitting(
            List<FileDescription> described, Optional<Previous> published, Refusals refused) {
        Optional<GridExtension> extension = published
                .filter(known -> spec.regrid().flatMap(RegridSpec::periods).isEmpty())
                .map(known -> new GridExtension(StoreState.read(registered, conf()), spec.source()));
        List<FileDescription> fitting = new ArrayList<>();
        for (FileDescription file : described) {
            Optional<String> reason = unfit(file).or(() -> extension.flatMap(store -> store.add(file)));
            reason.ifPresent(text -> refused.put(file.file().path(), text));
            if (reason.isEmpty()) {
                fitting.add(file);
            }
        }
        return fitting;
    }

    private Optional<String> unfit(FileDescription file) {
        String cannot = "Cannot add '" + file.file().path() + "' to dataset '" + spec.dataset() + "': it holds ";
        if (file.grids().isEmpty()) {
            return Optional.of(cannot + "no field over latitude and longitude, and the dataset holds grids. "
                    + String.join(" ", file.problems()));
        }
        return Optional.empty();
    }

    @Override
    public Standing standing(Dataset known) {
        return GridPointer.stores(spark, spec.dataset())
                .filter(stores -> stores.main().equals(registered)
                        && stores.others().keySet().equals(layouts()))
                .map(stores -> stores.standing(known.cells(), conf()))
                .orElse(Standing.OTHER);
    }

    private Set<String> layouts() {
        return spec.output().others().stream().map(LayoutSpec::name).collect(Collectors.toSet());
    }

    @Override
    public boolean canExtend(List<FileDescription> files, Situation situation) {
        if (spec.regrid().flatMap(RegridSpec::periods).isPresent()) {
            return false; // A new step may change a period that stands already.
        }
        if (!situation.onlyAdds() || (situation.standing() == Standing.AHEAD && !wasBegun(files))) {
            return false;
        }
        GridExtension extension = new GridExtension(extended(files), spec.source());
        files.forEach(extension::add);
        return extension.canAppend();
    }

    /**
     * Returns the store that files are added to, as it was before them: a run that was stopped after it published and
     * before it was registered has left its ledger, and its steps are the store's last.
     */
    private StoreState extended(List<FileDescription> files) {
        StoreState state = StoreState.read(registered, conf());
        return wasBegun(files) ? state.without(files, spec.source()) : state;
    }

    /** Tells whether a run that was stopped has begun to add just these files. */
    private boolean wasBegun(List<FileDescription> files) {
        UnitLedger ledger = new UnitLedger(ledger(digest(registered, files)));
        try {
            return ledger.exists(conf());
        } catch (IOException error) {
            throw StageException.store(ledger.folder(), error);
        }
    }

    @Override
    public RunPlan plan(List<FileDescription> files) {
        GridPlanner planner = new GridPlanner(spec, conf());
        GridPlanning planning = planner.plan(files, Optional.empty());
        List<String> details = new ArrayList<>();
        long decoded = 0;
        long taskBytes = 0;
        for (int i = 0; i < planning.plan().arrays().size(); i++) {
            PlannedArray array = planning.plan().arrays().get(i);
            GridSource source = planning.sources().get(i);
            long levels = array.verticalAxis() < 0 ? 1 : array.target().shape()[array.verticalAxis()];
            decoded += source.cells() * levels * array.steps().size() * Float.BYTES;
            taskBytes = Math.max(
                    taskBytes,
                    planner.unitBytes(array, planning.layout().array(array.name()), source, planning.way(i)));
            details.add(array.name() + ": " + array.target() + ", "
                    + array.units().count() + " units of " + Arrays.toString(array.unitChunks()) + " chunks; "
                    + RunPlan.text(planning.sources().get(i).tests().tests()));
        }
        for (OtherLayout other : planning.others()) {
            other.plan()
                    .arrays()
                    .forEach(array -> details.add("layout " + other.name() + ", " + array.name() + ": " + array.target()
                            + ", " + array.units().count() + " units"));
        }
        planning.refused().values().forEach(reason -> details.add("refused: " + reason));
        long units = planning.plan().unitCount();
        int cores = spark.sparkContext().defaultParallelism();
        long bytes = files.stream().mapToLong(file -> file.file().size()).sum();
        return new RunPlan(
                spec.dataset(),
                DatasetKind.GRID.title(),
                planning.plan().files().size(),
                units,
                GridUnits.parts(units, cores),
                bytes,
                decoded,
                taskBytes,
                decoded / BYTES_PER_SECOND / Math.min(cores, Math.max(1, units)),
                details);
    }

    @Override
    public Produced build(List<FileDescription> files) {
        GridPlanning planning = new GridPlanner(spec, conf()).plan(files, Optional.empty());
        String digest = digest(spec.fingerprint() + "\nafter " + registered, files);
        return make(planning, GridStores.of(folder, spec, digest), digest, files, RunOutcome.Action.CREATED);
    }

    @Override
    public Produced extend(List<FileDescription> files, List<String> removed) {
        GridPlanning planning = new GridPlanner(spec, conf()).plan(files, Optional.of(extended(files)));
        GridStores stores = GridPointer.stores(spark, spec.dataset()).orElseGet(() -> GridStores.of(registered));
        return make(planning, stores, digest(registered, files), files, RunOutcome.Action.EXTENDED);
    }

    private static String digest(String what, List<FileDescription> files) {
        StringBuilder identity = new StringBuilder(what);
        for (FileDescription file : files) {
            identity.append('\n').append(file.file().path()).append(' ').append(file.sha256());
        }
        return RunSpec.sha256(identity.toString()).substring(0, NAME_DIGITS);
    }

    private String ledger(String digest) {
        return folder + "/_units/" + digest;
    }

    private Produced make(
            GridPlanning planning,
            GridStores stores,
            String digest,
            List<FileDescription> files,
            RunOutcome.Action action) {
        UnitSummary summary = new GridStage(spark, spec, progress).run(planning, stores, ledger(digest));
        GridPointer.publish(spark, spec.dataset(), stores, planning);
        Map<String, String> refused = new TreeMap<>(planning.refused());
        refused.putAll(summary.damaged());
        List<FileDescription> taken = files.stream()
                .filter(file -> !refused.containsKey(file.file().path()))
                .toList();
        ZarrStore published = open(stores.main());
        return new Produced(
                DatasetKind.GRID,
                action,
                stores.main(),
                stores.others(),
                files.size(),
                taken,
                refused,
                summary.damaged(),
                VariableSummaries.ofStore(published),
                0,
                GridStores.cells(published),
                summary.cells(),
                summary.decodedBytes(),
                summary.flags(),
                tests(planning, summary),
                judging(planning),
                List.of(ledger(digest)));
    }

    /** Counts by test. Flags of a grid do not tell tests apart, so several tests of a variable are named together. */
    private static Map<String, Long> tests(GridPlanning planning, UnitSummary summary) {
        Map<String, Long> tests = new TreeMap<>();
        for (int i = 0; i < planning.sources().size(); i++) {
            String variable = planning.plan().arrays().get(i).name();
            String names = planning.sources().get(i).tests().tests().stream()
                    .map(QcTest::name)
                    .collect(Collectors.joining(", "));
            Map<String, Long> flags = summary.flagsOf(variable);
            long raised = flags.getOrDefault(QcFlag.name(QcFlag.SUSPECT), 0L)
                    + flags.getOrDefault(QcFlag.name(QcFlag.FAIL), 0L);
            if (!names.isEmpty()) {
                tests.put(variable + "/" + names, raised);
            }
        }
        return tests;
    }

    private static Judging judging(GridPlanning planning) {
        Map<String, QcSuite> suites = new TreeMap<>();
        for (int i = 0; i < planning.sources().size(); i++) {
            suites.put(
                    planning.plan().arrays().get(i).name(),
                    planning.sources().get(i).tests());
        }
        return new Judging(suites, Map.of(), new TreeMap<>(), Optional.empty());
    }

    private ZarrStore open(String store) {
        try {
            return ZarrStore.open(store, conf());
        } catch (IOException error) {
            throw StageException.store(store, error);
        }
    }
}
