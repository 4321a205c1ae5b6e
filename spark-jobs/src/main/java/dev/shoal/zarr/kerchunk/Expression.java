package dev.shoal.zarr.kerchunk;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands between double braces: a value, or arithmetic of whole numbers. */
final class Expression {

    private static final Pattern TOKEN =
            Pattern.compile("\\s*(\\d{1,18}|[A-Za-z_]\\w*|'[^']*'|\"[^\"]*\"|//|[-+*%(),=])");
    private static final Pattern FORMAT = Pattern.compile("([^%]*)%(0?\\d{0,2})d([^%]*)");
    private static final int MOST_DEPTH = 32;

    private final String text;
    private final Map<String, Object> values;
    private final Templates templates;
    private final Matcher matcher;
    private String token = "";
    private int depth;

    Expression(String text, Map<String, Object> values, Templates templates) {
        this.text = text;
        this.values = values;
        this.templates = templates;
        this.matcher = TOKEN.matcher(text);
        next();
    }

    /** Returns the value as text. */
    String value() {
        Object value = sum();
        if (!token.isEmpty()) {
            throw unknown();
        }
        return value.toString();
    }

    private void next() {
        if (matcher.lookingAt()) {
            token = matcher.group(1);
            matcher.region(matcher.end(), text.length());
        } else if (text.substring(matcher.regionStart()).isBlank()) {
            token = "";
        } else {
            throw unknown();
        }
    }

    private boolean take(String expected) {
        boolean found = token.equals(expected);
        if (found) {
            next();
        }
        return found;
    }

    private IllegalArgumentException unknown() {
        return new IllegalArgumentException("the expression {{" + text
                + "}}, expected names, templates with values, and" + " whole numbers with + - * // %");
    }

    private Object sum() {
        if (++depth > MOST_DEPTH) {
            throw unknown();
        }
        Object value = product();
        while (token.equals("+") || token.equals("-")) {
            String operator = token;
            next();
            Object other = product();
            if (operator.equals("+") && value instanceof String left && other instanceof String right) {
                value = left + right;
            } else {
                value = operator.equals("+")
                        ? Math.addExact(number(value), number(other))
                        : Math.subtractExact(number(value), number(other));
            }
        }
        depth--;
        return value;
    }

    private Object product() {
        Object value = unary();
        while (token.equals("*") || token.equals("//") || token.equals("%")) {
            String operator = token;
            next();
            Object other = unary();
            if (operator.equals("%") && value instanceof String format) {
                value = formatted(format, number(other));
            } else {
                value = combined(operator, number(value), number(other));
            }
        }
        return value;
    }

    private Object combined(String operator, long left, long right) {
        if (operator.equals("*")) {
            return Math.multiplyExact(left, right);
        }
        if (right == 0) {
            throw unknown();
        }
        return operator.equals("%") ? Math.floorMod(left, right) : Math.floorDiv(left, right);
    }

    private Object formatted(String format, long number) {
        Matcher parts = FORMAT.matcher(format);
        if (!parts.matches()) {
            throw unknown();
        }
        return parts.group(1) + String.format(Locale.ROOT, "%" + parts.group(2) + "d", number) + parts.group(3);
    }

    private long number(Object value) {
        if (value instanceof Long number) {
            return number;
        }
        throw unknown();
    }

    private Object unary() {
        if (take("-")) {
            return Math.negateExact(number(primary()));
        }
        return primary();
    }

    private Object primary() {
        String taken = token;
        if (taken.isEmpty()) {
            throw unknown();
        }
        next();
        char first = taken.charAt(0);
        if (Character.isDigit(first)) {
            return Long.valueOf(taken);
        }
        if (first == '\'' || first == '"') {
            return taken.substring(1, taken.length() - 1);
        }
        if (first == '(') {
            Object value = sum();
            if (!take(")")) {
                throw unknown();
            }
            return value;
        }
        if (!Character.isLetter(first) && first != '_') {
            throw unknown();
        }
        return named(taken);
    }

    private Object named(String name) {
        Object value = values.get(name);
        if (value != null) {
            return value;
        }
        String template = templates.texts().get(name);
        if (template == null) {
            throw new IllegalArgumentException("the name " + name + " in {{" + text + "}}, expected one of "
                    + templates.texts().keySet() + " or " + values.keySet());
        }
        if (!Templates.takesValues(template)) {
            return template;
        }
        if (!take("(")) {
            throw new IllegalArgumentException(
                    "the template " + name + " without values in {{" + text + "}}, expected " + name + "(name=value)");
        }
        return new Templates(Map.of()).render(template, arguments());
    }

    private Map<String, Object> arguments() {
        Map<String, Object> arguments = new HashMap<>();
        while (!take(")")) {
            String name = token;
            next();
            if (!take("=")) {
                throw unknown();
            }
            arguments.put(name, sum());
            if (!take(",") && !token.equals(")")) {
                throw unknown();
            }
        }
        return arguments;
    }
}
