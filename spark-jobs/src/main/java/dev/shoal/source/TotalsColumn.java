package dev.shoal.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.connector.expressions.Expression;
import org.apache.spark.sql.connector.expressions.NamedReference;
import org.apache.spark.sql.connector.expressions.aggregate.AggregateFunc;
import org.apache.spark.sql.connector.expressions.aggregate.Aggregation;
import org.apache.spark.sql.connector.expressions.aggregate.CountStar;
import org.apache.spark.sql.connector.expressions.aggregate.Max;
import org.apache.spark.sql.connector.expressions.aggregate.Min;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.jspecify.annotations.Nullable;

/**
 * An aggregate that headers and coordinates answer.
 *
 * @param kind what it is
 * @param column the coordinate; empty for a count
 * @param type of the answer
 */
record TotalsColumn(Kind kind, String column, DataType type) {

    /** What can be answered. */
    enum Kind {
        COUNT,
        MIN,
        MAX
    }

    /** Returns the aggregates of a query, or nothing where one of them asks for values. */
    static Optional<List<TotalsColumn>> of(Aggregation aggregation, RowKind rows) {
        List<TotalsColumn> columns = new ArrayList<>();
        for (AggregateFunc function : aggregation.aggregateExpressions()) {
            of(function, rows).ifPresent(columns::add);
        }
        boolean all = columns.size() == aggregation.aggregateExpressions().length
                && aggregation.groupByExpressions().length == 0;
        return all ? Optional.of(columns) : Optional.empty();
    }

    private static Optional<TotalsColumn> of(AggregateFunc function, RowKind rows) {
        if (function instanceof CountStar) {
            return Optional.of(new TotalsColumn(Kind.COUNT, "", DataTypes.LongType));
        }
        if (function instanceof Min least) {
            return coordinate(Kind.MIN, least.column(), rows);
        }
        return function instanceof Max greatest ? coordinate(Kind.MAX, greatest.column(), rows) : Optional.empty();
    }

    private static Optional<TotalsColumn> coordinate(Kind kind, Expression column, RowKind rows) {
        if (!(column instanceof NamedReference reference) || reference.fieldNames().length != 1) {
            return Optional.empty();
        }
        String name = reference.fieldNames()[0];
        return Optional.ofNullable(rows.bounded().get(name)).map(type -> new TotalsColumn(kind, name, type));
    }

    /** Returns the field of the answer, named as in SQL. */
    StructField field() {
        return DataTypes.createStructField(toString(), type, true);
    }

    /** Returns the answer as Spark holds it; nothing for NULL. */
    @Nullable
    Object value(CellTotals totals) {
        if (kind == Kind.COUNT) {
            return totals.cells();
        }
        KeyRanges range = totals.reach().range(column);
        if (totals.cells() == 0 || range.lows().length == 0) {
            return null;
        }
        long key = kind == Kind.MIN ? range.lows()[0] : range.highs()[range.highs().length - 1];
        return type.equals(DataTypes.TimestampType) ? (Object) key : (Object) KeyRanges.number(key);
    }

    @Override
    public String toString() {
        return kind == Kind.COUNT ? "COUNT(*)" : kind + "(" + column + ")";
    }
}
