package dev.shoal.testing;

import dev.shoal.catalog.table.CatalogSettings;
import dev.shoal.catalog.table.CatalogTables;
import dev.shoal.source.OceanCatalog;
import dev.shoal.udf.ShoalExtensions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.commons.io.FileUtils;
import org.apache.spark.sql.SparkSession;

/**
 * One Spark session with the catalog {@code ocean} for all tests of the module, since starting one takes longer than
 * most tests. Tests keep out of each other's way by the names of their datasets.
 */
public final class SharedSpark {

    private static final Path DATA = Path.of("target", "shared-spark").toAbsolutePath();
    private static final Object LOCK = new Object();
    private static Optional<SparkSession> session = Optional.empty();

    private SharedSpark() {}

    /** Returns the session; it is started where there is none, over the catalogue that is there then. */
    public static SparkSession session() {
        synchronized (LOCK) {
            if (session.isEmpty() || session.get().sparkContext().isStopped()) {
                session = Optional.of(start(session.isEmpty()));
            }
            return session.get();
        }
    }

    /** Stops the session, to make room for one that a program under test starts. */
    public static void stop() {
        synchronized (LOCK) {
            session.ifPresent(SparkSession::stop);
            SparkSession.clearActiveSession();
            SparkSession.clearDefaultSession();
        }
    }

    /** Returns the folder of the catalogue and the warehouse. */
    public static Path data() {
        return DATA;
    }

    private static SparkSession start(boolean first) {
        try {
            if (first) {
                FileUtils.deleteDirectory(DATA.toFile());
            }
            Files.createDirectories(DATA);
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
        SparkSession.Builder builder = SparkSession.builder()
                .master("local[4]")
                .appName("tests")
                .config("spark.ui.enabled", "false")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.sql.shuffle.partitions", "4")
                .config("spark.sql.session.timeZone", "UTC")
                .config("spark.sql.warehouse.dir", DATA.resolve("spark").toString());
        CatalogSettings.embedded(CatalogTables.CATALOG, OceanCatalog.class.getName(), DATA)
                .sparkConf()
                .forEach(builder::config);
        builder.config("spark.sql.extensions", CatalogSettings.EXTENSIONS + "," + ShoalExtensions.NAME);
        return builder.getOrCreate();
    }
}
