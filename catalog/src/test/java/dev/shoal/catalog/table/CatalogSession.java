package dev.shoal.catalog.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A Spark session over an embedded catalogue in a folder of its own, for the tests of one class. */
public final class CatalogSession implements BeforeAllCallback, AfterAllCallback {

    private @Nullable SparkSession session;
    private @Nullable Path data;

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        Path folder = Files.createTempDirectory("shoal-catalog");
        SparkSession.Builder builder = SparkSession.builder()
                .master("local[4]")
                .config("spark.ui.enabled", "false")
                .config("spark.sql.shuffle.partitions", "4")
                .config("spark.sql.session.timeZone", "UTC")
                .config("spark.sql.maxMetadataStringLength", "10000");
        CatalogSettings.embedded(CatalogTables.CATALOG, CatalogSettings.ICEBERG, folder)
                .sparkConf()
                .forEach(builder::config);
        data = folder;
        session = builder.getOrCreate();
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        spark().stop();
        try (Stream<Path> files = Files.walk(data())) {
            files.sorted(Comparator.reverseOrder()).forEach(CatalogSession::delete);
        }
    }

    public SparkSession spark() {
        return present(session);
    }

    public Path data() {
        return present(data);
    }

    public CatalogTables tables() {
        return CatalogTables.open(spark(), CatalogTables.CATALOG);
    }

    /** Returns how many snapshots a table has. */
    public long snapshots(CatalogTable<?> table) {
        return spark().table(tables().identifier(table) + ".snapshots").count();
    }

    private static <T> T present(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("Cannot use the session of the test: it has not started.");
        }
        return value;
    }

    private static void delete(Path path) {
        try {
            Files.delete(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
