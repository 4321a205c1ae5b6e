package dev.shoal.job;

import dev.shoal.catalog.table.CatalogSettings;
import dev.shoal.catalog.table.CatalogTables;
import dev.shoal.source.OceanCatalog;
import dev.shoal.spec.CatalogSpec;
import dev.shoal.stage.StageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

    private Session() {}

    /** Opens a session with the catalogue of the data folder. */
    static SparkSession open(CommonOptions options) {
        return open(options, new CatalogSpec(Optional.empty(), Optional.empty(), Map.of()));
    }

    /** Opens a session with the catalogue that a specification names. */
    static SparkSession open(CommonOptions options, CatalogSpec catalog) {
        Logging.toFile(options.data());
        org.apache.spark.sql.classic.SparkSession.Builder builder = org.apache.spark.sql.classic.SparkSession.builder()
                .appName("shoal")
                .config("spark.sql.extensions", CatalogSettings.EXTENSIONS)
                .config("spark.sql.session.timeZone", "UTC")
                .config("spark.scheduler.mode", "FIFO");
        boolean submitted = System.getProperty("spark.master") != null;
        if (!submitted) {
            embedded(builder, options);
        }
        if (System.getProperty(CATALOG_KEY) == null
                || catalog.uri().isPresent()
                || catalog.warehouse().isPresent()) {
            settings(options, catalog).sparkConf().forEach(builder::config);
        }
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
        try {
            Files.createDirectories(data);
        } catch (IOException error) {
            throw StageException.configuration(
                    "Cannot use the data folder '" + data + "': "
                            + (Files.exists(data) ? "found a file of that name" : "it cannot be made (" + error + ")")
                            + ", expected a folder that can be written to. Name another with --data.",
                    error);
        }
        return CatalogSettings.embedded(CatalogTables.CATALOG, OceanCatalog.class.getName(), data);
    }
}
