package dev.shoal.stage;

import dev.shoal.source.OceanCatalog;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * The published place of a dataset of fields: an Iceberg table without rows, {@code ocean.grids.<dataset>}, whose
 * properties name the Zarr stores, one for each layout. One commit moves readers from one store to the next, in all
 * layouts at once, and through it the stores are tables in SQL: {@code ocean.grids.<dataset>}, and of a layout behind
 * the first {@code ocean.grids.`<dataset>@<layout>`}.
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

    /** Returns the roots of the published stores; nothing where none was published. */
    static Optional<GridStores> stores(SparkSession spark, String dataset) {
        Map<String, String> places = places(spark, dataset);
        String main = places.remove(OceanCatalog.ZARR_LOCATION);
        if (main == null) {
            return Optional.empty();
        }
        Map<String, String> others = new TreeMap<>();
        places.forEach((key, store) -> others.put(key.substring(OceanCatalog.ZARR_LOCATION.length() + 1), store));
        return Optional.of(new GridStores(main, others));
    }

    private static Map<String, String> places(SparkSession spark, String dataset) {
        Map<String, String> places = new TreeMap<>();
        if (spark.catalog().tableExists(table(dataset))) {
            spark.sql("SHOW TBLPROPERTIES " + table(dataset))
                    .where("startswith(key, '" + OceanCatalog.ZARR_LOCATION + "')")
                    .select("key", "value")
                    .collectAsList()
                    .forEach((Row row) -> places.put(row.getString(0), row.getString(1)));
        }
        return places;
    }

    /** Points at stores, all of them in one act. */
    static void publish(SparkSession spark, String dataset, GridStores stores, GridPlanning planning) {
        Map<String, String> places = new TreeMap<>();
        places.put(OceanCatalog.ZARR_LOCATION, stores.main());
        stores.others().forEach((layout, store) -> places.put(OceanCatalog.ZARR_LOCATION + "." + layout, store));
        String properties = places.entrySet().stream()
                .map(place -> "'" + place.getKey() + "' = '" + place.getValue().replace("'", "''") + "'")
                .collect(Collectors.joining(", ", "(", ")"));
        spark.sql("CREATE NAMESPACE IF NOT EXISTS ocean.grids");
        spark.sql("CREATE TABLE IF NOT EXISTS " + table(dataset) + " (" + columns(planning)
                + ") USING iceberg TBLPROPERTIES " + properties);
        Map<String, String> before = places(spark, dataset);
        if (!before.entrySet().containsAll(places.entrySet())) {
            spark.sql("ALTER TABLE " + table(dataset) + " SET TBLPROPERTIES " + properties);
        }
        before.keySet().removeAll(places.keySet());
        if (!before.isEmpty()) {
            spark.sql("ALTER TABLE " + table(dataset) + " UNSET TBLPROPERTIES ('" + String.join("', '", before.keySet())
                    + "')");
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
