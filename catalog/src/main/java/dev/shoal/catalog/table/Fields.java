package dev.shoal.catalog.table;

import dev.shoal.catalog.Box;
import dev.shoal.catalog.Footprint;
import dev.shoal.catalog.Micros;
import dev.shoal.catalog.TimeRange;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.util.DateTimeUtils;

/** A row seen by the names of its columns. */
record Fields(Row row) {

    String text(String column) {
        return row.getString(row.fieldIndex(column));
    }

    Optional<String> optionalText(String column) {
        return Optional.ofNullable(row.getString(row.fieldIndex(column)));
    }

    long number(String column) {
        return row.getLong(row.fieldIndex(column));
    }

    int whole(String column) {
        return row.getInt(row.fieldIndex(column));
    }

    boolean holds(String column) {
        return !row.isNullAt(row.fieldIndex(column));
    }

    /**
     * Reads either class of timestamp: which one Spark makes is a setting of the session. The older one is moved to the
     * Julian calendar before 1582, and Spark moves it back.
     */
    long micros(String column) {
        Object value = row.get(row.fieldIndex(column));
        return value instanceof Timestamp timestamp
                ? DateTimeUtils.fromJavaTimestamp(timestamp)
                : Micros.of((Instant) value);
    }

    <E> List<E> list(String column) {
        return row.getList(row.fieldIndex(column));
    }

    Optional<TimeRange> time() {
        return holds(Columns.TIME_FIRST)
                ? Optional.of(new TimeRange(micros(Columns.TIME_FIRST), micros(Columns.TIME_LAST)))
                : Optional.empty();
    }

    Optional<Footprint> footprint() {
        if (!holds(Columns.FOOTPRINT)) {
            return Optional.empty();
        }
        String east = holds(Columns.EAST2) ? Columns.EAST2 : Columns.EAST;
        return Optional.of(new Footprint(row.getAs(Columns.FOOTPRINT), box(east)));
    }

    Box box(String east) {
        return new Box(degrees(Columns.WEST), degrees(Columns.SOUTH), degrees(east), degrees(Columns.NORTH));
    }

    private double degrees(String column) {
        return row.getDouble(row.fieldIndex(column));
    }
}
