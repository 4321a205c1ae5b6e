package dev.shoal.stage;

import dev.shoal.source.OceanCatalog;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * The published place of a dataset of fields: an Iceberg table without rows, {@code ocean.grids.<dataset>}, whose
 * property names the Zarr store. One commit moves readers from one store to the next, and through it the store is a
 * table in SQL.
 */
public final class GridPointer {

    private GridPointer() {}

    /** Returns a dataset's name as a word of SQL. */
    public static String word(String dataset) {
        return dataset.replace('-', '_');
    }

    /** Returns the full name of the table that stands for a dataset of fields. */
    public static String table(String dataset) {
        return "ocean.grids." + word(dataset);
    }

    /** Returns the root of the published store; nothing where none was published. */
    static Optional<String> location(SparkSession spark, String dataset) {
        if (!spark.catalog().tableExists(table(dataset))) {
            return Optional.empty();
        }
        return spark
                .sql("SHOW TBLPROPERTIES " + table(dataset))
                .where("key = '" + OceanCatalog.ZARR_LOCATION + "'")
                .select("value")
                .limit(1)
                .collectAsList()
                .stream()
                .findFirst()
                .map((Row row) -> row.getString(0));
    }

    /** Points at a store. */
    static void publish(SparkSession spark, String dataset, String store, GridPlanning planning) {
        spark.sql("CREATE NAMESPACE IF NOT EXISTS ocean.grids");
        spark.sql("CREATE TABLE IF NOT EXISTS " + table(dataset) + " (" + columns(planning)
                + ") USING iceberg TBLPROPERTIES ('" + OceanCatalog.ZARR_LOCATION + "' = '" + store.replace("'", "''")
                + "')");
        if (!location(spark, dataset).equals(Optional.of(store))) {
            spark.sql("ALTER TABLE " + table(dataset) + " SET TBLPROPERTIES ('" + OceanCatalog.ZARR_LOCATION + "' = '"
                    + store.replace("'", "''") + "')");
        }
    }

    /** Returns the columns that engines which do not know Zarr show for the table. */
    private static String columns(GridPlanning planning) {
        List<String> columns = new ArrayList<>(List.of("time TIMESTAMP", "lat DOUBLE", "lon DOUBLE"));
        boolean levels = false;
        for (GridDescription field : planning.assembly().variables().values()) {
            levels |= field.vertical().count() > 0;
            columns.add("`" + field.name().replace("`", "``") + "` DOUBLE");
        }
        if (levels) {
            columns.add(1, "vertical DOUBLE");
        }
        return String.join(", ", columns);
    }
}
