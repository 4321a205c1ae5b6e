package dev.shoal.source;

import dev.shoal.catalog.Box;
import dev.shoal.catalog.InventoryEntry;
import dev.shoal.catalog.TimeRange;
import dev.shoal.catalog.table.CatalogTables;
import dev.shoal.catalog.table.InventoryTable;
import dev.shoal.zarr.ArchiveEntry;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;

/**
 * What the catalogue's inventory says of files, without opening them. A row counts where path, size and time of change
 * are those of the file as it is; of a store they are those of one document in it, so stores are always opened.
 */
final class Inventory {

    /** The inventory of the catalogue, if there is one. */
    static final String DEFAULT =
            CatalogTables.CATALOG + "." + CatalogTables.NAMESPACE + "." + InventoryTable.TABLE.name();

    /** The catalogue turns longitudes to one range, which may move them by a rounding. */
    private static final double ROUNDING_DEGREES = 1e-6;

    private static final int TURNS = 2;

    private final CoordinateRanges ranges;
    private final boolean timestamps;

    private Inventory(CoordinateRanges ranges, boolean timestamps) {
        this.ranges = ranges;
        this.timestamps = timestamps;
    }

    /**
     * Returns the paths of files that have no row within bounds.
     *
     * @param table full name of the inventory
     * @param entries as they are listed
     * @param rows of the table that is read
     */
    static Set<String> outside(
            SparkSession spark, String table, List<ArchiveEntry> entries, RowKind rows, CoordinateRanges ranges) {
        boolean bounds = ranges.bounds("time") || ranges.bounds("lat") || ranges.bounds("lon");
        if (!bounds
                || entries.stream().noneMatch(entry -> entry.kind() == ArchiveEntry.Kind.FILE)
                || !isThere(spark, table)) {
            return Set.of();
        }
        boolean timestamps = rows.columns().stream()
                .anyMatch(column ->
                        column.role() == ColumnRole.TIME && column.type().equals(DataTypes.TimestampType));
        return new Inventory(ranges, timestamps).outside(spark, table, entries);
    }

    private static boolean isThere(SparkSession spark, String table) {
        if (table.equals(SourceOptions.NONE)) {
            return false;
        }
        boolean configured = spark.conf().contains("spark.sql.catalog." + table.split("\\.", 2)[0]);
        if (configured && spark.catalog().tableExists(table)) {
            return true;
        }
        if (table.equals(DEFAULT)) {
            return false;
        }
        throw new SourceException("Cannot read the inventory " + table + ": found no such table. Correct the option "
                + SourceOptions.INVENTORY + ", or set it to '" + SourceOptions.NONE + "'.");
    }

    private Set<String> outside(SparkSession spark, String table, List<ArchiveEntry> entries) {
        Map<String, ArchiveEntry> listed = new HashMap<>();
        entries.stream()
                .filter(entry -> entry.kind() == ArchiveEntry.Kind.FILE)
                .forEach(entry -> listed.put(entry.path(), entry));
        String first = listed.keySet().stream().min(String::compareTo).orElseThrow();
        String last = listed.keySet().stream().max(String::compareTo).orElseThrow();
        Set<String> outside = new HashSet<>();
        Iterator<Row> found = spark.table(table)
                .where(functions.col("path").between(first, last))
                .toLocalIterator();
        while (found.hasNext()) {
            InventoryEntry known = InventoryTable.TABLE.value(found.next());
            ArchiveEntry entry = listed.get(known.path());
            boolean same = entry != null
                    && entry.size() == known.sizeBytes()
                    && entry.modifiedMillis() * 1000 == known.mtimeMicros();
            if (same && isOutside(known)) {
                outside.add(known.path());
            }
        }
        return outside;
    }

    private boolean isOutside(InventoryEntry known) {
        boolean outsideTime =
                timestamps && known.time().filter(time -> !meets(time)).isPresent();
        return outsideTime || known.box().filter(box -> !meets(box)).isPresent();
    }

    private boolean meets(TimeRange time) {
        return ranges.range("time").meets(time.firstMicros(), time.lastMicros());
    }

    private boolean meets(Box box) {
        boolean lat = meets("lat", box.south(), box.north());
        double east = box.crossesAntimeridian() ? box.east() + 360 : box.east();
        boolean lon = false;
        for (int turn = -TURNS; turn <= TURNS; turn++) {
            lon |= meets("lon", box.west() + 360 * turn, east + 360 * turn);
        }
        return lat && lon;
    }

    private boolean meets(String column, double low, double high) {
        return ranges.range(column)
                .meets(KeyRanges.key(low - ROUNDING_DEGREES), KeyRanges.key(high + ROUNDING_DEGREES));
    }
}
