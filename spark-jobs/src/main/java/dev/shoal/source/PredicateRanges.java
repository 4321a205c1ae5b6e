package dev.shoal.source;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.connector.expressions.Expression;
import org.apache.spark.sql.connector.expressions.Literal;
import org.apache.spark.sql.connector.expressions.NamedReference;
import org.apache.spark.sql.connector.expressions.filter.Predicate;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/** Turns Spark's filters into bounds on coordinates: comparisons with literals, {@code IN}, {@code AND}, {@code OR}. */
final class PredicateRanges {

    private static final Map<String, String> TURNED = Map.of("<", ">", "<=", ">=", ">", "<", ">=", "<=", "=", "=");

    private final Map<String, DataType> coordinates;

    /**
     * Takes the columns that can be bounded.
     *
     * @param coordinates type of each, timestamp or double
     */
    PredicateRanges(Map<String, DataType> coordinates) {
        this.coordinates = coordinates;
    }

    /** Returns the bounds that a filter sets, or nothing where it sets none. */
    Optional<CoordinateRanges> of(Predicate predicate) {
        Optional<CoordinateRanges> ranges = translate(predicate);
        return ranges.filter(found -> !found.columns().isEmpty());
    }

    private Optional<CoordinateRanges> translate(Predicate predicate) {
        List<Expression> parts = List.of(predicate.children());
        return switch (predicate.name()) {
            case "AND" -> Optional.of(side(parts.get(0)).and(side(parts.get(1))));
            case "OR" -> Optional.of(side(parts.get(0)).or(side(parts.get(1))));
            case "IN" -> in(parts);
            case "=", "<", "<=", ">", ">=" -> comparison(predicate.name(), parts.get(0), parts.get(1));
            default -> Optional.empty();
        };
    }

    private CoordinateRanges side(Expression part) {
        return part instanceof Predicate predicate
                ? translate(predicate).orElse(CoordinateRanges.EVERYWHERE)
                : CoordinateRanges.EVERYWHERE;
    }

    private Optional<CoordinateRanges> comparison(String operator, Expression left, Expression right) {
        if (left instanceof Literal) {
            return comparison(TURNED.getOrDefault(operator, operator), right, left);
        }
        Optional<String> column = column(left);
        Optional<Long> key = column.flatMap(name -> key(name, right));
        return key.map(value -> CoordinateRanges.of(column.orElseThrow(), ranges(operator, value)));
    }

    private static KeyRanges ranges(String operator, long key) {
        return switch (operator) {
            case "<" -> KeyRanges.below(key);
            case "<=" -> KeyRanges.between(Long.MIN_VALUE, key);
            case ">" -> KeyRanges.above(key);
            case ">=" -> KeyRanges.between(key, Long.MAX_VALUE);
            default -> KeyRanges.between(key, key);
        };
    }

    private Optional<CoordinateRanges> in(List<Expression> parts) {
        Optional<String> column = column(parts.get(0));
        if (column.isEmpty()) {
            return Optional.empty();
        }
        KeyRanges ranges = KeyRanges.NONE;
        for (Expression choice : parts.subList(1, parts.size())) {
            if (choice instanceof Literal<?> literal && literal.value() == null) {
                continue;
            }
            Optional<Long> key = key(column.get(), choice);
            if (key.isEmpty()) {
                return Optional.empty();
            }
            ranges = ranges.or(KeyRanges.between(key.get(), key.get()));
        }
        return Optional.of(CoordinateRanges.of(column.get(), ranges));
    }

    private Optional<String> column(Expression expression) {
        if (expression instanceof NamedReference reference && reference.fieldNames().length == 1) {
            return Optional.of(reference.fieldNames()[0]).filter(coordinates::containsKey);
        }
        return Optional.empty();
    }

    private Optional<Long> key(String column, Expression expression) {
        if (!(expression instanceof Literal<?> literal) || !literal.dataType().equals(coordinates.get(column))) {
            return Optional.empty();
        }
        Object value = literal.value();
        if (literal.dataType().equals(DataTypes.TimestampType) && value instanceof Long micros) {
            return Optional.of(micros);
        }
        return value instanceof Double number ? Optional.of(KeyRanges.key(number)) : Optional.empty();
    }
}
