package dev.shoal.job;

import dev.shoal.catalog.table.CatalogSettings;
import dev.shoal.catalog.table.CatalogTables;
import dev.shoal.source.OceanCatalog;
import dev.shoal.spec.CatalogSpec;
import dev.shoal.stage.StageException;
import dev.shoal.stage.Workers;
import dev.shoal.udf.ShoalExtensions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;

/**
 * The Spark session of a command. Under {@code spark-submit} master and resources are the cluster's; otherwise
 * everything runs in this process on all cores. The catalogue is the one that the specification names, else the one
 * that Spark's configuration names, else a SQLite file in the data folder.
 *
 * <p>It is built as the session of this process by its own class: the one that is also for Spark Connect looks for that
 * class through Scala's reflection, which takes a quarter of a second.
 */
final class Session {

    private static final String CATALOG_KEY = "spark.sql.catalog." + CatalogTables.CATALOG;

    /**
     * Cells of arrays hardly get smaller by Spark's own compression, which takes longer than local disks do; and of
     * Spark's checksums a process by itself has nothing: they tell a network's faults from a disk's.
     */
    static final Map<String, String> PLAIN_SHUFFLE = Map.of(
            "spark.shuffle.compress", "false",
            "spark.shuffle.spill.compress", "false",
            "spark.shuffle.checksum.enabled", "false");

    private Session() {}

    /** Returns half of what is free on Spark's local disks, or no bound where they are another machine's. */
    static long localDiskBytes(SparkSession spark) {
        if (!spark.sparkContext().isLocal()) {
            return Long.MAX_VALUE;
        }
        String folders = spark.conf().get("spark.local.dir", System.getProperty("java.io.tmpdir"));
        return Arrays.stream(folders.split(",", -1))
                .mapToLong(folder -> Path.of(folder).toFile().getUsableSpace() / 2)
                .sum();
    }

    /** Opens a session with the catalogue of the data folder. */
    static SparkSession open(CommonOptions options) {
        return open(options, new CatalogSpec(Optional.empty(), Optional.empty(), Map.of()));
    }

    /**
     * Opens a session with settings of Spark beside the usual ones, where Spark runs in this process; else they are the
     * cluster's.
     */
    static SparkSession open(CommonOptions options, Map<String, String> settings) {
        return open(options, new CatalogSpec(Optional.empty(), Optional.empty(), Map.of()), settings);
    }

    /** Opens a session with the catalogue that a specification names. */
    static SparkSession open(CommonOptions options, CatalogSpec catalog) {
        return open(options, catalog, Map.of());
    }

    /**
     * Returns who does the tasks of a command that needs no catalogue. Where Spark runs in this process, small work is
     * done without it, and no session is opened for that; where the user looks at what Spark does, all work is Spark's.
     */
    static Workers workers(CommonOptions options, ZarrCredentials credentials) {
        if (System.getProperty("spark.master") != null) {
            return Workers.of(open(options, credentials));
        }
        if (options.ui()) {
            return Workers.cluster(open(options, credentials));
        }
        Logging.toFile(options.data());
        requireFolder(options.data());
        return Workers.opening(credentials.configuration(), () -> open(options, credentials));
    }

    /**
     * Returns who does the tasks of a command that passes nothing from task to task: Spark where the command was given
     * a cluster or its UI is asked for, else the threads of this process, however much it is.
     */
    static Workers taskWorkers(CommonOptions options, ZarrCredentials credentials) {
        if (System.getProperty("spark.master") != null || options.ui()) {
            return Workers.owning(open(options, credentials));
        }
        Logging.toFile(options.data());
        return Workers.here(credentials.configuration());
    }

    private static SparkSession open(CommonOptions options, ZarrCredentials credentials) {
        SparkSession spark = open(options);
        credentials.apply(spark);
        return spark;
    }

    private static SparkSession open(CommonOptions options, CatalogSpec catalog, Map<String, String> own) {
        Logging.toFile(options.data());
        org.apache.spark.sql.classic.SparkSession.Builder builder = org.apache.spark.sql.classic.SparkSession.builder()
                .appName("shoal")
                .config("spark.sql.session.timeZone", "UTC")
                .config("spark.scheduler.mode", "FIFO");
        boolean submitted = System.getProperty("spark.master") != null;
        if (!submitted) {
            embedded(builder, options);
            own.forEach(builder::config);
        }
        if (System.getProperty(CATALOG_KEY) == null
                || catalog.uri().isPresent()
                || catalog.warehouse().isPresent()) {
            settings(options, catalog).sparkConf().forEach(builder::config);
        }
        builder.config("spark.sql.extensions", CatalogSettings.EXTENSIONS + "," + ShoalExtensions.NAME);
        catalog.storage().forEach((key, value) -> builder.config("spark.hadoop." + key, value));
        return builder.getOrCreate();
    }

    private static void embedded(org.apache.spark.sql.classic.SparkSession.Builder builder, CommonOptions options) {
        int cores = Runtime.getRuntime().availableProcessors();
        builder.master("local[*]")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.ui.enabled", options.ui())
                .config("spark.ui.showConsoleProgress", false)
                .config("spark.sql.shuffle.partitions", Math.max(4, cores * 2))
                .config(
                        "spark.sql.warehouse.dir",
                        CatalogSettings.location(options.data().resolve("spark")));
    }

    private static CatalogSettings settings(CommonOptions options, CatalogSpec catalog) {
        CatalogSettings own = embedded(options.data());
        return new CatalogSettings(
                CatalogTables.CATALOG,
                OceanCatalog.class.getName(),
                catalog.uri().orElse(own.jdbcUri()),
                catalog.warehouse().orElse(own.warehouse()));
    }

    private static CatalogSettings embedded(Path data) {
        requireFolder(data);
        return CatalogSettings.embedded(CatalogTables.CATALOG, OceanCatalog.class.getName(), data);
    }

    private static void requireFolder(Path data) {
        try {
            Files.createDirectories(data);
        } catch (IOException error) {
            throw StageException.configuration(
                    "Cannot use the data folder '" + data + "': "
                            + (Files.exists(data) ? "found a file of that name" : "it cannot be made (" + error + ")")
                            + ", expected a folder that can be written to. Name another with --data.",
                    error);
        }
    }
}
