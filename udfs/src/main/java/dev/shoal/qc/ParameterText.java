package dev.shoal.qc;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/** Writes the parameters of a test as JSON values, by name, the same text for the same parameters. */
final class ParameterText {

    private static final Collector<CharSequence, ?, String> LIST = Collectors.joining(", ", "[", "]");

    private final SortedMap<String, String> byName = new TreeMap<>();

    ParameterText with(String name, double number) {
        byName.put(name, json(number));
        return this;
    }

    ParameterText with(String name, int number) {
        byName.put(name, Integer.toString(number));
        return this;
    }

    ParameterText with(String name, double[] numbers) {
        byName.put(name, Arrays.stream(numbers).mapToObj(ParameterText::json).collect(LIST));
        return this;
    }

    ParameterText with(String name, List<String> texts) {
        byName.put(name, texts.stream().map(ParameterText::quoted).collect(LIST));
        return this;
    }

    /** Adds a time in ISO 8601. */
    ParameterText withTime(String name, long micros) {
        return with(name, TimeValue.text(micros));
    }

    /** Adds two times in ISO 8601. */
    ParameterText withTimes(String name, long first, long second) {
        return with(name, List.of(TimeValue.text(first), TimeValue.text(second)));
    }

    /** Adds true. */
    ParameterText withOn(String name) {
        byName.put(name, "true");
        return this;
    }

    /** Adds what is JSON already. */
    ParameterText withJson(String name, String json) {
        byName.put(name, json);
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

    /** Writes a number; what is not finite as a text. */
    static String json(double number) {
        return Double.isFinite(number) ? Double.toString(number) : quoted(Double.toString(number));
    }
}
