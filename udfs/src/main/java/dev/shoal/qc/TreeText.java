package dev.shoal.qc;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes what a configuration holds as JSON: the same text for the same tree. */
final class TreeText {

    private TreeText() {}

    /**
     * Writes maps in the order of their entries, lists, numbers, texts, true and false; anything else as {@code null}.
     */
    static String json(Object tree) {
        if (tree instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> ParameterText.quoted(String.valueOf(entry.getKey())) + ": " + json(entry))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (tree instanceof Map.Entry<?, ?> entry) {
            return entry.getValue() == null ? "null" : json(entry.getValue());
        }
        if (tree instanceof List<?> list) {
            return list.stream().map(TreeText::json).collect(Collectors.joining(", ", "[", "]"));
        }
        if (tree instanceof Number number) {
            return ParameterText.json(number.doubleValue());
        }
        return tree instanceof Boolean ? tree.toString() : ParameterText.quoted(tree.toString());
    }
}
