package dev.shoal.source;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.connector.expressions.Expression;
import org.apache.spark.sql.connector.expressions.Literal;
import org.apache.spark.sql.connector.expressions.NamedReference;
import org.apache.spark.sql.connector.expressions.filter.Predicate;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/**
 * Turns Spark's filters into bounds on coordinates: comparisons with literals, {@code IN}, {@code IS NOT NULL}, and
 * what {@code AND}, {@code OR} and {@code NOT} make of them; and of times also their dates and years.
 */
final class PredicateRanges {

    private static final Map<String, String> TURNED =
            Map.of("<", ">", "<=", ">=", ">", "<", ">=", "<=", "=", "=", "<=>", "<=>", "<>", "<>");
    private static final Set<String> NEVER_NULL_SAFE = Set.of("=", "<", "<=", ">", ">=", "<>");

    private final Map<String, DataType> coordinates;
    private final DayRanges days;

    /**
     * Takes the columns that can be bounded.
     *
     * @param coordinates type of each, timestamp or double
     * @param days turns dates into times, by the session's zone
     */
    PredicateRanges(Map<String, DataType> coordinates, DayRanges days) {
        this.coordinates = coordinates;
        this.days = days;
    }

    /** Returns the bounds that a filter sets, or nothing where it sets none. */
    Optional<CoordinateRanges> of(Predicate predicate) {
        Optional<CoordinateRanges> ranges = translate(predicate);
        return ranges.filter(found -> !found.columns().isEmpty());
    }

    /** Tells whether a row is within the bounds of a filter if, and only if, the filter keeps it. */
    boolean isExact(Predicate predicate) {
        List<Expression> parts = List.of(predicate.children());
        return switch (predicate.name()) {
            case "AND" -> areExact(parts);
            case "OR" ->
                areExact(parts)
                        && of(predicate).filter(r -> columns(parts) == 1).isPresent();
            case "NOT", "IN", "IS_NOT_NULL" -> translate(predicate).isPresent();
            default ->
                TURNED.containsKey(predicate.name())
                        && (column(parts.get(0)).isPresent()
                                || column(parts.get(1)).isPresent())
                        && translate(predicate).isPresent();
        };
    }

    private boolean areExact(List<Expression> parts) {
        return parts.stream().allMatch(part -> part instanceof Predicate predicate && isExact(predicate));
    }

    private long columns(List<Expression> parts) {
        return parts.stream()
                .flatMap(part -> part instanceof Predicate predicate
                        ? translate(predicate).orElse(CoordinateRanges.EVERYWHERE).columns().stream()
                        : Arrays.stream(new String[0]))
                .distinct()
                .count();
    }

    private Optional<CoordinateRanges> translate(Predicate predicate) {
        List<Expression> parts = List.of(predicate.children());
        return switch (predicate.name()) {
            case "AND" -> Optional.of(side(parts.get(0)).and(side(parts.get(1))));
            case "OR" -> Optional.of(side(parts.get(0)).or(side(parts.get(1))));
            case "NOT" -> not(parts.get(0));
            case "IN" -> in(parts);
            case "IS_NOT_NULL" -> column(parts.get(0)).map(name -> CoordinateRanges.of(name, KeyRanges.ALL));
            case "=", "<=>", "<>", "<", "<=", ">", ">=" -> comparison(predicate.name(), parts.get(0), parts.get(1));
            default -> Optional.empty();
        };
    }

    private CoordinateRanges side(Expression part) {
        return part instanceof Predicate predicate
                ? translate(predicate).orElse(CoordinateRanges.EVERYWHERE)
                : CoordinateRanges.EVERYWHERE;
    }

    /** Turns a filter of one column round, where it is never NULL but for a missing coordinate. */
    private Optional<CoordinateRanges> not(Expression part) {
        boolean turns = part instanceof Predicate predicate
                && (NEVER_NULL_SAFE.contains(predicate.name()) || isListOfValues(predicate))
                && isExact(predicate);
        return turns ? translate((Predicate) part).map(CoordinateRanges::withoutOnly) : Optional.empty();
    }

    private static boolean isListOfValues(Predicate predicate) {
        return predicate.name().equals("IN")
                && Arrays.stream(predicate.children())
                        .noneMatch(child -> child instanceof Literal<?> literal && literal.value() == null);
    }

    private Optional<CoordinateRanges> comparison(String operator, Expression left, Expression right) {
        if (left instanceof Literal) {
            return comparison(TURNED.getOrDefault(operator, operator), right, left);
        }
        Optional<CoordinateRanges> ofDays = days.comparison(operator, left, right)
                .filter(found -> coordinates.get(found.column()) == DataTypes.TimestampType)
                .map(found -> CoordinateRanges.of(found.column(), found.micros()));
        if (ofDays.isPresent()) {
            return ofDays;
        }
        Optional<String> column = column(left);
        Optional<Long> key = column.flatMap(name -> key(name, right));
        return key.map(value -> CoordinateRanges.of(column.orElseThrow(), KeyRanges.of(operator, value)));
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
