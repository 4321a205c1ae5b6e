package dev.shoal.qc;

import java.util.List;
import java.util.Map;

/**
 * The values given for a test's parameters, each of its parameter's kind.
 *
 * @param values by parameter name; those left out are not there
 */
record Arguments(Map<String, Object> values) {

    double number(String name) {
        return ((Number) required(name)).doubleValue();
    }

    double number(String name, double otherwise) {
        return values.containsKey(name) ? number(name) : otherwise;
    }

    Span span(String name) {
        List<?> ends = (List<?>) required(name);
        return new Span(((Number) ends.get(0)).doubleValue(), ((Number) ends.get(1)).doubleValue());
    }

    Span span(String name, Span otherwise) {
        return values.containsKey(name) ? span(name) : otherwise;
    }

    String word(String name, String otherwise) {
        return values.containsKey(name) ? (String) required(name) : otherwise;
    }

    private Object required(String name) {
        Object value = values.get(name);
        if (value == null) {
            throw new IllegalStateException(
                    "Cannot read parameter " + name + ": found none, expected it checked before.");
        }
        return value;
    }
}
