package dev.shoal.source;

import java.io.Serializable;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.connector.expressions.Cast;
import org.apache.spark.sql.connector.expressions.Expression;
import org.apache.spark.sql.connector.expressions.NamedReference;
import org.apache.spark.sql.connector.expressions.aggregate.AggregateFunc;
import org.apache.spark.sql.connector.expressions.aggregate.Aggregation;
import org.apache.spark.sql.connector.expressions.aggregate.Count;
import org.apache.spark.sql.connector.expressions.aggregate.CountStar;
import org.apache.spark.sql.connector.expressions.aggregate.Max;
import org.apache.spark.sql.connector.expressions.aggregate.Min;
import org.apache.spark.sql.connector.expressions.aggregate.Sum;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Aggregates of values that each task reckons of its cells, by time, date, year, month or level; Spark puts the tasks'
 * answers together. A sum of floats is one of doubles, as Spark's is.
 *
 * @param keys that cells are grouped by
 * @param functions of the aggregates
 * @param zone that dates are told in
 */
record CellSums(List<GroupKey> keys, List<Function> functions, ZoneId zone) implements Serializable {

    /** Copies the lists. */
    CellSums {
        keys = new ArrayList<>(keys);
        functions = new ArrayList<>(functions);
    }

    /** What is reckoned. */
    enum Kind {
        ROWS,
        COUNT,
        SUM,
        MIN,
        MAX
    }

    /**
     * One aggregate.
     *
     * @param kind of it
     * @param columns the variable; none for a count of rows
     */
    record Function(Kind kind, List<SourceColumn> columns) implements Serializable {

        /** Copies the list. */
        Function {
            columns = new ArrayList<>(columns);
        }

        DataType type() {
            return switch (kind) {
                case ROWS, COUNT -> DataTypes.LongType;
                case SUM -> DataTypes.DoubleType;
                default -> columns.get(0).type();
            };
        }

        @Override
        public String toString() {
            return kind == Kind.ROWS ? "COUNT(*)" : kind + "(" + columns.get(0).name() + ")";
        }
    }

    /** Returns the aggregates of a query, or nothing where one of them cannot be reckoned by tasks. */
    static Optional<CellSums> of(Aggregation aggregation, RowKind rows, ZoneId zone) {
        if (!(rows instanceof CellRows cells)) {
            return Optional.empty();
        }
        List<GroupKey> keys = new ArrayList<>();
        for (Expression expression : aggregation.groupByExpressions()) {
            GroupKey.of(expression, cells).ifPresent(keys::add);
        }
        List<Function> functions = new ArrayList<>();
        for (AggregateFunc function : aggregation.aggregateExpressions()) {
            of(function, cells).ifPresent(functions::add);
        }
        boolean all = keys.size() == aggregation.groupByExpressions().length
                && functions.size() == aggregation.aggregateExpressions().length;
        return all && !functions.isEmpty() ? Optional.of(new CellSums(keys, functions, zone)) : Optional.empty();
    }

    private static Optional<Function> of(AggregateFunc function, CellRows rows) {
        if (function instanceof CountStar) {
            return Optional.of(new Function(Kind.ROWS, List.of()));
        }
        if (function instanceof Sum sum && !sum.isDistinct()) {
            return variable(sum.column(), rows).map(column -> new Function(Kind.SUM, List.of(column)));
        }
        if (function instanceof Count count && !count.isDistinct()) {
            return variable(count.column(), rows).map(column -> new Function(Kind.COUNT, List.of(column)));
        }
        if (function instanceof Min least) {
            return variable(least.column(), rows).map(column -> new Function(Kind.MIN, List.of(column)));
        }
        return function instanceof Max greatest
                ? variable(greatest.column(), rows).map(column -> new Function(Kind.MAX, List.of(column)))
                : Optional.empty();
    }

    private static Optional<SourceColumn> variable(Expression expression, CellRows rows) {
        if (expression instanceof Cast cast && cast.dataType().equals(DataTypes.DoubleType)) {
            return variable(cast.expression(), rows)
                    .filter(column -> column.type().equals(DataTypes.DoubleType)
                            || column.type().equals(DataTypes.FloatType));
        }
        if (!(expression instanceof NamedReference reference) || reference.fieldNames().length != 1) {
            return Optional.empty();
        }
        return rows.columns().stream()
                .filter(column -> column.role() == ColumnRole.VARIABLE && CellShapes.isReal(column.type()))
                .filter(column -> column.name().equals(reference.fieldNames()[0]))
                .findFirst();
    }

    /** Returns the columns that are read: those of the keys, then the variables. */
    List<SourceColumn> columns() {
        return Stream.concat(
                        GroupKey.columns(keys).stream(),
                        functions.stream().flatMap(function -> function.columns().stream()))
                .distinct()
                .toList();
    }

    /** Returns the columns of the answers: the keys, then the aggregates. */
    StructType schema() {
        StructType schema = new StructType();
        for (GroupKey key : keys) {
            schema = schema.add(key.toString(), key.type(), true);
        }
        for (Function function : functions) {
            schema = schema.add(function.toString(), function.type(), true);
        }
        return schema;
    }
}
