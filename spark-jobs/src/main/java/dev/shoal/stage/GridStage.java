package dev.shoal.stage;

import static java.util.Objects.requireNonNull;

import dev.shoal.spec.RunSpec;
import dev.shoal.zarr.ZarrArray;
import dev.shoal.zarr.ZarrStore;
import java.io.IOException;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;

/**
 * Carries a plan of fields out on the cluster. Chunks are written first and the consolidated metadata last, so a reader
 * sees the store as it was, or whole.
 */
final class GridStage {

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
            UnitSummary summary = write(planning, store, ledger, conf);
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
    static void publish(GridPlanning planning, GridStoreLayout layout, String store, Configuration conf)
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

    private UnitSummary write(GridPlanning planning, String store, String ledger, Configuration conf)
            throws IOException {
        List<FieldWay> ways = FieldWays.prepared(
                planning.ways(), MOST_SENT_BYTES, Runtime.getRuntime().availableProcessors(), conf);
        return new GridUnits(Workers.cluster(spark), progress, "Writing the chunks of " + spec.dataset())
                .run(planning, ways, new GridUnits.Place(store, ledger, spec.output()));
    }
}
