package dev.shoal.stage;

import static java.util.Objects.requireNonNull;

import dev.shoal.plan.GridPlan;
import dev.shoal.spec.RunSpec;
import dev.shoal.zarr.ZarrArray;
import dev.shoal.zarr.ZarrStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.LongAccumulator;
import org.apache.spark.util.SerializableConfiguration;

/**
 * Carries a plan of fields out on the cluster. Chunks are written first and the consolidated metadata last, so a reader
 * sees the store as it was, or whole.
 */
final class GridStage {

    /** Tasks for each core, so that one slow task does not hold up the end. */
    private static final int TASKS_PER_CORE = 4;

    /** Most that the weights between two grids take where they are made before the tasks, and sent along with them. */
    private static final long MOST_SENT_BYTES = 64L << 20;

    /** Object of the ledger that tells that the first store is whole, so that a run that goes on leaves it alone. */
    private static final String SHOWN = "shown";

    private final SparkSession spark;
    private final RunSpec spec;
    private final Progress progress;

    GridStage(SparkSession spark, RunSpec spec, Progress progress) {
        this.spark = spark;
        this.spec = spec;
        this.progress = progress;
    }

    /**
     * Makes the stores, or the steps at their ends.
     *
     * @param planning what is to be done
     * @param stores roots of the stores
     * @param ledger folder of the units that are done; for the caller to take down once the stores are registered
     */
    UnitSummary run(GridPlanning planning, GridStores stores, String ledger) {
        Configuration conf = spark.sparkContext().hadoopConfiguration();
        String store = stores.main();
        try {
            Path shown = new Path(ledger, SHOWN);
            FileSystem fs = shown.getFileSystem(conf);
            fs.mkdirs(shown.getParent());
            boolean append = planning.plan().firstStep() > 0;
            boolean begun = fs.exists(shown);
            if (!append && !begun) {
                ZarrStore.create(
                        store, conf, planning.attributes(), planning.layout().arrays());
            }
            UnitSummary summary = writeWithoutDamage(planning, store, ledger, conf);
            if (append) {
                extendOthers(planning, stores, ledger);
            }
            if (!begun) {
                publish(planning, planning.layout(), store, conf);
                fs.create(shown, true).close();
            }
            showOthers(planning, stores, conf);
            return summary;
        } catch (IOException error) {
            throw StageException.store(store, error);
        }
    }

    private LayoutStage layouts() {
        return new LayoutStage(spark, spec.output().taskMemoryBytes(), progress);
    }

    private void extendOthers(GridPlanning planning, GridStores stores, String ledger) {
        for (OtherLayout other : planning.others()) {
            String store = requireNonNull(stores.others().get(other.name()));
            layouts().extend(planning, other, stores.main(), store, ledger);
        }
    }

    /** Makes the other layouts of what is new, or shows the steps that they got. */
    private void showOthers(GridPlanning planning, GridStores stores, Configuration conf) throws IOException {
        for (OtherLayout other : planning.others()) {
            String store = requireNonNull(stores.others().get(other.name()));
            if (planning.plan().firstStep() > 0) {
                publish(planning, other.layout(), store, conf);
            } else {
                layouts().build(planning, other, stores.main(), store);
            }
        }
    }

    /** Lays out the metadata of everything written; the consolidated document, put last, shows it to readers. */
    private static void publish(GridPlanning planning, GridStoreLayout layout, String store, Configuration conf)
            throws IOException {
        ZarrStore open = ZarrStore.open(store, conf);
        boolean append = planning.plan().firstStep() > 0;
        for (ZarrArray array : layout.arrays()) {
            if (append && growing(array)) {
                open = open.resize(array.path(), array.shape());
            }
        }
        for (CoordinateValues coordinate : layout.coordinates()) {
            if (!append || growing(coordinate.array())) {
                coordinate.write(open);
            }
        }
        open.consolidate();
    }

    private static boolean growing(ZarrArray array) {
        return array.dimensions().contains(GridStoreLayout.TIME);
    }

    /**
     * Writes every unit. Where a file turns out damaged, the units that took steps from it are made again without it,
     * since how much of it could be read depends on how the work was shared out.
     */
    private UnitSummary writeWithoutDamage(GridPlanning planning, String store, String ledger, Configuration conf)
            throws IOException {
        Map<String, String> damaged = new TreeMap<>();
        UnitSummary summary = write(planning, store, ledger, damaged);
        while (!damaged.keySet().containsAll(summary.damaged().keySet())) {
            damaged.putAll(summary.damaged());
            new UnitLedger(ledger).reopen(planning.plan(), damaged.keySet(), conf);
            summary = write(planning, store, ledger, damaged);
        }
        return summary;
    }

    private UnitSummary write(GridPlanning planning, String store, String ledger, Map<String, String> damaged)
            throws IOException {
        GridPlan plan = planning.plan();
        GridJob job = new GridJob(
                plan,
                planning.sources(),
                FieldWays.prepared(
                        planning.ways(),
                        MOST_SENT_BYTES,
                        Runtime.getRuntime().availableProcessors(),
                        spark.sparkContext().hadoopConfiguration()),
                spec.output().failed(),
                store,
                planning.layout().arrays(),
                ledger,
                damaged);
        return SparkWork.run(
                spark, "Writing the chunks of " + spec.dataset(), plan.unitCount(), progress, work -> units(job, work));
    }

    private UnitSummary units(GridJob job, SparkWork work) {
        JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        Broadcast<GridJob> shared = context.broadcast(job);
        Broadcast<SerializableConfiguration> conf =
                context.broadcast(new SerializableConfiguration(context.hadoopConfiguration()));
        LongAccumulator units = work.units();
        LongAccumulator bytes = work.bytes();
        long count = job.plan().unitCount();
        int parts = parts(count, context.defaultParallelism());
        return context.parallelize(slices(count, parts), parts)
                .mapPartitions(
                        slice -> writeAll(slice, shared.value(), conf.value().value(), units, bytes))
                .reduce(UnitSummary::plus);
    }

    /** Returns the number of tasks that so many units are shared out to. */
    static int parts(long units, int cores) {
        return (int) Math.max(1, Math.min(units, (long) cores * TASKS_PER_CORE));
    }

    /** Returns the first unit of each part and one past its last. */
    static List<long[]> slices(long count, int parts) {
        List<long[]> slices = new ArrayList<>();
        for (int part = 0; part < parts; part++) {
            slices.add(new long[] {count * part / parts, count * (part + 1) / parts});
        }
        return slices;
    }

    private static Iterator<UnitSummary> writeAll(
            Iterator<long[]> slices, GridJob job, Configuration conf, LongAccumulator units, LongAccumulator bytes) {
        UnitSummary sum = UnitSummary.none();
        try (GridUnitWriter writer = new GridUnitWriter(job, conf)) {
            while (slices.hasNext()) {
                long[] slice = slices.next();
                for (long ordinal = slice[0]; ordinal < slice[1]; ordinal++) {
                    UnitSummary one = writer.write(ordinal);
                    units.add(1);
                    bytes.add(one.decodedBytes());
                    sum = sum.plus(one);
                }
            }
        } catch (IOException error) {
            throw StageException.store(job.store(), error);
        }
        return List.of(sum).iterator();
    }
}
