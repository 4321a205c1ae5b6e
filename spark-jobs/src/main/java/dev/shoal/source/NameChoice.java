package dev.shoal.source;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.connector.expressions.Expression;
import org.apache.spark.sql.connector.expressions.Literal;
import org.apache.spark.sql.connector.expressions.NamedReference;
import org.apache.spark.sql.connector.expressions.filter.Predicate;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Names that a text column may have: every row that a filter keeps has one of them.
 *
 * @param names that may be; every name where {@code any}
 * @param any whether there is no bound
 */
record NameChoice(ArrayList<String> names, boolean any) implements Serializable {

    /** Every name. */
    static final NameChoice ANY = new NameChoice(new ArrayList<>(), true);

    /** Returns these names, or every name where there are none. */
    static NameChoice of(List<String> names) {
        return names.isEmpty() ? ANY : new NameChoice(new ArrayList<>(names), false);
    }

    /** Returns the names that a filter leaves to a column: equality, {@code IN}, and what AND and OR make of them. */
    static NameChoice of(String column, Predicate predicate) {
        List<Expression> parts = List.of(predicate.children());
        return switch (predicate.name()) {
            case "AND" -> side(column, parts.get(0)).and(side(column, parts.get(1)));
            case "OR" -> side(column, parts.get(0)).or(side(column, parts.get(1)));
            case "=" ->
                isColumn(column, parts.get(0))
                        ? literals(parts.subList(1, 2))
                        : isColumn(column, parts.get(1)) ? literals(parts.subList(0, 1)) : ANY;
            case "IN" -> isColumn(column, parts.get(0)) ? literals(parts.subList(1, parts.size())) : ANY;
            default -> ANY;
        };
    }

    private static NameChoice side(String column, Expression part) {
        return part instanceof Predicate predicate ? of(column, predicate) : ANY;
    }

    private static boolean isColumn(String column, Expression expression) {
        return expression instanceof NamedReference reference
                && reference.fieldNames().length == 1
                && reference.fieldNames()[0].equals(column);
    }

    private static NameChoice literals(List<Expression> choices) {
        ArrayList<String> names = new ArrayList<>();
        for (Expression choice : choices) {
            Optional<String> name = choice instanceof Literal<?> literal && literal.value() instanceof UTF8String text
                    ? Optional.of(text.toString())
                    : Optional.empty();
            boolean missing = choice instanceof Literal<?> literal && literal.value() == null;
            if (name.isEmpty() && !missing) {
                return ANY;
            }
            name.ifPresent(names::add);
        }
        return new NameChoice(names, false);
    }

    /** Returns the names in both. */
    NameChoice and(NameChoice other) {
        if (any || other.any) {
            return any ? other : this;
        }
        ArrayList<String> both = new ArrayList<>(names);
        both.retainAll(other.names);
        return new NameChoice(both, false);
    }

    /** Returns the names in either. */
    NameChoice or(NameChoice other) {
        if (any || other.any) {
            return ANY;
        }
        ArrayList<String> either = new ArrayList<>(names);
        either.addAll(other.names);
        return new NameChoice(either, false);
    }

    /** Tells whether a name may be. */
    boolean holds(String name) {
        return any || names.contains(name);
    }
}
