package dev.shoal.source;

import dev.shoal.qc.NearestName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.NamedArgumentExpression;

/**
 * {@code ocean.regrid(source, variable, grid[, method[, policy[, min_valid]]])}: a field on another grid, one row a
 * cell. Arguments are given in this order or by name, as in {@code grid => 'r360x180'}.
 *
 * @param arguments as text, by name
 */
record RegridCall(Map<String, String> arguments) {

    /** Name of the function in its catalogue. */
    static final String NAME = "regrid";

    private static final List<String> NAMES = List.of("source", "variable", "grid", "method", "policy", "min_valid");
    private static final String USAGE = "ocean.regrid('file, folder, glob or dataset', variable => 'sst', grid =>"
            + " 'r360x180'[, method => 'conservative'[, policy => 'shoal'[, min_valid => 0.5]]])";

    /** Reads the arguments of a call. */
    static RegridCall of(List<Expression> given) {
        Map<String, String> arguments = new LinkedHashMap<>();
        for (int i = 0; i < given.size(); i++) {
            Expression argument = given.get(i);
            boolean named = argument instanceof NamedArgumentExpression;
            String name = named ? ((NamedArgumentExpression) argument).key().toLowerCase(java.util.Locale.ROOT) : at(i);
            Expression value = named ? ((NamedArgumentExpression) argument).value() : argument;
            if (!NAMES.contains(name)) {
                throw problem("there is no argument " + name + "." + NearestName.hint(name, NAMES));
            }
            if (arguments.put(name, text(name, value)) != null) {
                throw problem("the argument " + name + " is given twice");
            }
        }
        RegridCall call = new RegridCall(arguments);
        for (String required : NAMES.subList(0, 3)) {
            call.required(required);
        }
        return call;
    }

    private static String at(int position) {
        if (position >= NAMES.size()) {
            throw problem("there are more than " + NAMES.size() + " arguments");
        }
        return NAMES.get(position);
    }

    private static String text(String name, Expression value) {
        Object found = value.resolved() && value.foldable() ? value.eval(InternalRow.empty()) : null;
        if (found == null) {
            throw problem("the argument " + name + " is " + value.sql() + ", expected a text or a number");
        }
        return found.toString();
    }

    /** Returns an argument that must be there. */
    String required(String name) {
        return optional(name).orElseThrow(() -> problem("the argument " + name + " is missing"));
    }

    /** Returns an argument that may be left out. */
    Optional<String> optional(String name) {
        return Optional.ofNullable(arguments.get(name));
    }

    /** Makes the error of a call. */
    static SourceException problem(String found) {
        return new SourceException(
                "Cannot regrid: " + found + (found.endsWith(".") ? " " : ". ") + "Call it as " + USAGE + ".");
    }
}
