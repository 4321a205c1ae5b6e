package dev.shoal.source;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.catalyst.util.DateTimeUtils;
import org.apache.spark.sql.connector.expressions.Cast;
import org.apache.spark.sql.connector.expressions.Expression;
import org.apache.spark.sql.connector.expressions.Extract;
import org.apache.spark.sql.connector.expressions.NamedReference;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.jspecify.annotations.Nullable;

/**
 * What cells are grouped by: a time, its date, year or month, or a level.
 *
 * @param column that it is made of
 * @param part of the column
 */
record GroupKey(SourceColumn column, Part part) implements Serializable {

    /** What is taken of a column. */
    enum Part {
        WHOLE,
        DATE,
        YEAR,
        MONTH
    }

    /** Returns the key that Spark groups by, or nothing where it is another. */
    static Optional<GroupKey> of(Expression expression, CellRows rows) {
        if (expression instanceof NamedReference) {
            return column(expression, rows).map(column -> new GroupKey(column, Part.WHOLE));
        }
        if (expression instanceof Cast cast && cast.dataType().equals(DataTypes.DateType)) {
            return column(cast.expression(), rows)
                    .filter(column -> column.type().equals(DataTypes.TimestampType))
                    .map(column -> new GroupKey(column, Part.DATE));
        }
        if (expression instanceof Extract extract && List.of("YEAR", "MONTH").contains(extract.field())) {
            Part part = extract.field().equals("YEAR") ? Part.YEAR : Part.MONTH;
            return of(extract.source(), rows)
                    .filter(key -> key.part == Part.DATE)
                    .map(key -> new GroupKey(key.column, part));
        }
        return Optional.empty();
    }

    private static Optional<SourceColumn> column(Expression expression, CellRows rows) {
        if (!(expression instanceof NamedReference reference) || reference.fieldNames().length != 1) {
            return Optional.empty();
        }
        return rows.columns().stream()
                .filter(column -> column.role() == ColumnRole.TIME || column.role() == ColumnRole.VERTICAL)
                .filter(column -> column.name().equals(reference.fieldNames()[0]))
                .findFirst();
    }

    /** Returns the type of the key. */
    DataType type() {
        return switch (part) {
            case WHOLE -> column.type();
            case DATE -> DataTypes.DateType;
            default -> DataTypes.IntegerType;
        };
    }

    /**
     * Returns the key of a value as Spark holds it.
     *
     * @param value of the column: microseconds for a timestamp, the bits of a double otherwise; nothing for NULL
     * @param zone of the session
     */
    @Nullable
    Object of(Optional<Long> value, java.time.ZoneId zone) {
        if (value.isEmpty()) {
            return null;
        }
        if (!column.type().equals(DataTypes.TimestampType)) {
            return Double.longBitsToDouble(value.get());
        }
        if (part == Part.WHOLE) {
            return value.get();
        }
        int days = DateTimeUtils.microsToDays(value.get(), zone);
        return part == Part.DATE
                ? (Object) days
                : (Object) (part == Part.YEAR ? DateTimeUtils.getYear(days) : DateTimeUtils.getMonth(days));
    }

    /** Returns the columns of some keys, each once. */
    static List<SourceColumn> columns(List<GroupKey> keys) {
        return new ArrayList<>(keys.stream().map(GroupKey::column).distinct().toList());
    }

    @Override
    public String toString() {
        return part == Part.WHOLE ? column.name() : part + "(" + column.name() + ")";
    }
}
