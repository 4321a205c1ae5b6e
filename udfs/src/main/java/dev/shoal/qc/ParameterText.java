package dev.shoal.qc;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** Writes the parameters of a test as JSON values, by name, the same text for the same parameters. */
final class ParameterText {

    private final SortedMap<String, String> byName = new TreeMap<>();

    ParameterText with(String name, double number) {
        byName.put(name, json(number));
        return this;
    }

    ParameterText with(String name, Span span) {
        byName.put(name, "[" + json(span.low()) + ", " + json(span.high()) + "]");
        return this;
    }

    ParameterText with(String name, String word) {
        byName.put(name, quoted(word));
        return this;
    }

    SortedMap<String, String> byName() {
        return Collections.unmodifiableSortedMap(byName);
    }

    /** Writes a JSON string. */
    static String quoted(String text) {
        StringBuilder json = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ') {
                json.append(String.format("\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        return json.append('"').toString();
    }

    private static String json(double number) {
        return Double.isFinite(number) ? Double.toString(number) : quoted(Double.toString(number));
    }
}
