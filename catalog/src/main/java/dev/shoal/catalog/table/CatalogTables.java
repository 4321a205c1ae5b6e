package dev.shoal.catalog.table;

import java.util.List;
import org.apache.iceberg.spark.Spark3Util;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * The catalogue's tables in one Spark catalog. Writing is idempotent: a row whose content is there already is not
 * written again, and where nothing differs the table gets no new snapshot. Thread-safe; several threads and processes
 * may write the same table, each write is one atomic commit.
 */
public final class CatalogTables {

    /** Name of the Spark catalog unless configured otherwise. */
    public static final String CATALOG = "ocean";

    /** Namespace of the tables within the catalog. */
    public static final String NAMESPACE = "catalog";

    private final SparkSession spark;
    private final String catalog;

    private CatalogTables(SparkSession spark, String catalog) {
        this.spark = spark;
        this.catalog = catalog;
    }

    /**
     * Opens the tables and makes those that are not there.
     *
     * @param spark session configured by {@link CatalogSettings}
     * @param catalog name of the Spark catalog
     */
    public static CatalogTables open(SparkSession spark, String catalog) {
        SparkSession quick = QuickSession.beside(spark);
        return Attempts.toOpen(catalog).until(() -> {
            new TableLayout(Spark3Util.loadIcebergCatalog(quick, catalog)).complete(NAMESPACE);
            return new CatalogTables(quick, catalog);
        });
    }

    /** Returns the full name of a table, for SQL. */
    public String identifier(CatalogTable<?> table) {
        return catalog + "." + NAMESPACE + "." + table.name();
    }

    /** Returns the rows of a table as they are at its newest snapshot. */
    public Dataset<Row> read(CatalogTable<?> table) {
        return spark.table(identifier(table));
    }

    /**
     * Writes rows that are new or that differ from those of the same key in more than bookkeeping.
     *
     * @param table to write
     * @param rows in the columns of the table's schema; evaluated once, on the executors
     * @return how many rows were new or differed
     * @throws IllegalArgumentException if the columns are not those of the table, or a key that would be written has
     *     two rows; then nothing is written
     */
    public long upsert(CatalogTable<?> table, Dataset<Row> rows) {
        return new Upsert(spark, identifier(table), table).run(rows);
    }

    /** Writes a few records as {@link #upsert(CatalogTable, Dataset)} does. */
    public <T> long upsert(CatalogTable<T> table, List<T> values) {
        return upsert(table, rows(table, values));
    }

    /**
     * Removes the rows of these keys, if they are there.
     *
     * @param keys has at least the key columns of the table
     * @return how many rows were there
     */
    public long remove(CatalogTable<?> table, Dataset<Row> keys) {
        return new Removal(spark, identifier(table), table).run(keys);
    }

    /** Returns records as rows of their table. */
    public <T> Dataset<Row> rows(CatalogTable<T> table, List<T> values) {
        List<Row> rows = values.stream().map(table::row).toList();
        return spark.createDataset(rows, table.encoder());
    }
}
