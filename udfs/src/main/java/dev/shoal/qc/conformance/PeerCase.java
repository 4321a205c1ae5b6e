package dev.shoal.qc.conformance;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One call of a peer's test with what it gave.
 *
 * @param id unique
 * @param system the peer, such as {@code ioos_qc}
 * @param test module and function, such as {@code qartod.spike_test}
 * @param params by name; what is null or missing is the peer's default
 * @param inputs arrays by name, as the vectors write them
 * @param expected what the peer gave, by name
 * @param tags words about the case
 * @param ambiguous places so near to a threshold that either flag is right
 */
record PeerCase(
        String id,
        String system,
        String test,
        Map<String, @Nullable Object> params,
        Map<String, @Nullable Object> inputs,
        Map<String, @Nullable Object> expected,
        Set<String> tags,
        Set<Integer> ambiguous) {

    /** Reads a case; refuses a tree that is none. */
    static PeerCase of(Object tree) {
        Map<String, @Nullable Object> keys = map(tree);
        Set<String> tags = new HashSet<>();
        list(keys.get("tags")).forEach(tag -> tags.add(String.valueOf(tag)));
        Set<Integer> ambiguous = new HashSet<>();
        list(keys.get("ambiguous")).forEach(place -> ambiguous.add(((Number) place).intValue()));
        return new PeerCase(
                text(keys, "id"),
                text(keys, "system"),
                text(keys, "test"),
                map(keys.get("params")),
                map(keys.get("inputs")),
                map(keys.get("expected")),
                tags,
                ambiguous);
    }

    /** Returns the part of the test's name before the first dot. */
    String module() {
        return test.substring(0, Math.max(0, test.indexOf('.')));
    }

    /** Returns the part of the test's name after the first dot. */
    String function() {
        return test.substring(test.indexOf('.') + 1);
    }

    boolean expectsError() {
        return expected.containsKey("error");
    }

    /** Returns an input, where the call has it and it is an array. */
    Optional<InputArray> input(String name) {
        Object input = inputs.get(name);
        return input == null ? Optional.empty() : Optional.of(InputArray.of(name, input));
    }

    static Map<String, @Nullable Object> map(@Nullable Object tree) {
        Map<String, @Nullable Object> entries = new LinkedHashMap<>();
        if (tree instanceof Map<?, ?> map) {
            map.forEach((key, value) -> entries.put(String.valueOf(key), value));
        }
        return entries;
    }

    static List<?> list(@Nullable Object tree) {
        return tree instanceof List<?> list ? list : List.of();
    }

    private static String text(Map<String, @Nullable Object> keys, String name) {
        if (keys.get(name) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException(
                "Cannot score a conformance vector: found no " + name + ", expected a text. Leave the line out.");
    }
}
