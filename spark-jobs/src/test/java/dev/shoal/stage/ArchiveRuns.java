package dev.shoal.stage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shoal.catalog.table.CatalogTable;
import dev.shoal.catalog.table.CatalogTables;
import dev.shoal.spec.RunSpec;
import dev.shoal.testing.SharedSpark;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;

/**
 * A dataset over a folder, run as often as a test likes.
 *
 * @param name of the dataset
 * @param archive folder with the files
 */
record ArchiveRuns(String name, Path archive) {

    /** Runs the dataset with these lines behind dataset and source. */
    RunOutcome run(String more) {
        return new Reprocessing(SharedSpark.session(), spec(more), Progress.NONE, Clock.systemUTC()).run();
    }

    /** Says what a run would do. */
    RunPlan plan(String more) {
        return new Reprocessing(SharedSpark.session(), spec(more), Progress.NONE, Clock.systemUTC()).plan();
    }

    /** Runs the same, but the run dies where it begins with work of this name; tells whether it came so far. */
    boolean stopped(String work, String more) {
        Progress progress = (what, units) -> {
            if (what.startsWith(work)) {
                throw new IllegalStateException("stopped");
            }
            return Progress.NONE.begin(what, units);
        };
        try {
            new Reprocessing(SharedSpark.session(), spec(more), progress, Clock.systemUTC()).run();
            return false;
        } catch (IllegalStateException stop) {
            assertThat(stop).hasMessage("stopped");
            return true;
        }
    }

    /** Makes the same out of the same files, without a catalogue and from nothing. */
    String fresh(String more) {
        SparkSession spark = SharedSpark.session();
        RunSpec spec = spec(more);
        GridPlanning planning = new GridPlanner(spec, spark.sparkContext().hadoopConfiguration())
                .plan(
                        ScanStage.descriptions(new ScanStage(spark, "fresh", 0, Progress.NONE)
                                .scan(FileEntry.list(
                                        spec.source().paths(),
                                        spark.sparkContext().hadoopConfiguration()))),
                        Optional.empty());
        String store =
                archive.resolveSibling(name + "-fresh-" + System.nanoTime()).toString();
        Map<String, String> others = new TreeMap<>();
        spec.output().others().forEach(layout -> others.put(layout.name(), store + "-" + layout.name()));
        new GridStage(spark, spec, Progress.NONE).run(planning, new GridStores(store, others), store + ".units");
        return store;
    }

    /** Describes some files of the archive as a run does. */
    static List<FileDescription> described(Path... files) {
        List<FileEntry> entries = FileEntry.list(
                Arrays.stream(files).map(Path::toString).toList(),
                SharedSpark.session().sparkContext().hadoopConfiguration());
        return ScanStage.descriptions(
                new ScanStage(SharedSpark.session(), "described", 0, Progress.NONE).scan(entries));
    }

    RunSpec spec(String more) {
        String source = "dataset: " + name + "\nsource: {paths: [\"" + archive + "\"]}\n";
        return RunSpec.parse(source + more, archive.resolve("spec.yaml").toString());
    }

    /** Returns the newest snapshot of every table of the catalogue and of the dataset's own. */
    static Map<String, String> snapshots(String... tables) {
        SparkSession spark = SharedSpark.session();
        Map<String, String> newest = new TreeMap<>();
        CatalogTables catalog = CatalogTables.open(spark, CatalogTables.CATALOG);
        for (CatalogTable<?> table : CatalogTable.all()) {
            newest.put(table.name(), newest(spark, catalog.identifier(table)));
        }
        for (String table : tables) {
            newest.put(table, newest(spark, table));
        }
        return newest;
    }

    private static String newest(SparkSession spark, String table) {
        return spark.sql("SELECT snapshot_id FROM " + table + ".history")
                .collectAsList()
                .toString();
    }
}
