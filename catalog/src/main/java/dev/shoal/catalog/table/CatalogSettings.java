package dev.shoal.catalog.table;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where the Iceberg tables live, as Spark configuration.
 *
 * @param name of the Spark catalog, the first part of every table name
 * @param implementation class name of the catalog: {@value #ICEBERG} or a subclass of it
 * @param jdbcUri database that holds the pointers to the tables: {@code jdbc:sqlite:} or {@code jdbc:postgresql:}
 * @param warehouse folder for table data, {@code file:} or {@code s3a:}
 */
public record CatalogSettings(String name, String implementation, String jdbcUri, String warehouse) {

    /** Iceberg's own catalog class. */
    public static final String ICEBERG = "org.apache.iceberg.spark.SparkCatalog";

    /** Extensions of the SQL parser that the catalogue needs: Iceberg for MERGE, Sedona for geometry. */
    public static final String EXTENSIONS =
            "org.apache.iceberg.spark.extensions.IcebergSparkSessionExtensions,org.apache.sedona.sql.SedonaSqlExtensions";

    /** How long a writer waits while another one holds SQLite's lock. */
    public static final int SQLITE_WAIT_MILLIS = 60_000;

    /** Refuses a name that SQL would not take as a word, and a database that is not named by a JDBC URI. */
    public CatalogSettings {
        if (!name.matches("[A-Za-z][A-Za-z0-9_]*")) {
            throw new IllegalArgumentException("Cannot name a catalog \"" + name
                    + "\": expected a letter, then letters, digits and underscores. Choose another name.");
        }
        if (!jdbcUri.startsWith("jdbc:")) {
            throw new IllegalArgumentException("Cannot open the catalog database \"" + jdbcUri
                    + "\": expected a JDBC URI such as jdbc:sqlite:catalog.db or jdbc:postgresql://host/name.");
        }
        if (!warehouse.matches("[A-Za-z][A-Za-z0-9+.-]*:.*")) {
            throw new IllegalArgumentException(
                    "Cannot use the warehouse \"" + warehouse
                            + "\": expected a folder with its scheme, such as file:///data/warehouse or s3a://bucket/warehouse.");
        }
    }

    /**
     * Returns the settings of a catalog inside one folder: a SQLite file and a warehouse beside it. A blank of the
     * folder's name is a blank of the warehouse's.
     *
     * @param name of the Spark catalog
     * @param implementation class name of the catalog
     * @param data folder, which must exist before the first table is made
     */
    public static CatalogSettings embedded(String name, String implementation, Path data) {
        Path folder = data.toAbsolutePath().normalize();
        return new CatalogSettings(
                name,
                implementation,
                "jdbc:sqlite:" + folder.resolve("catalog.db"),
                location(folder.resolve("warehouse")));
    }

    /**
     * Returns a local file or folder as Hadoop names it: with its scheme, and nothing escaped.
     *
     * @param path absolute
     */
    public static String location(Path path) {
        return "file://" + path;
    }

    /** Returns the keys and values for the Spark session, in a fixed order. */
    public Map<String, String> sparkConf() {
        String prefix = "spark.sql.catalog." + name;
        Map<String, String> conf = new LinkedHashMap<>();
        conf.put("spark.sql.extensions", EXTENSIONS);
        conf.put(prefix, implementation);
        conf.put(prefix + ".type", "jdbc");
        conf.put(prefix + ".uri", jdbcUri);
        conf.put(prefix + ".jdbc.schema-version", "V1");
        conf.put(prefix + ".warehouse", warehouse);
        conf.put(prefix + ".io-impl", "org.apache.iceberg.hadoop.HadoopFileIO");
        conf.put(prefix + ".cache-enabled", "false");
        if (jdbcUri.startsWith("jdbc:sqlite:")) {
            conf.put(prefix + ".jdbc.busy_timeout", Integer.toString(SQLITE_WAIT_MILLIS));
        }
        return conf;
    }
}
