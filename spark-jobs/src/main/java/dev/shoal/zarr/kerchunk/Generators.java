package dev.shoal.zarr.kerchunk;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes references of the section {@code gen}: one for each combination of the values of its dimensions.
 *
 * @param templates of the file
 */
record Generators(Templates templates) {

    /** More than this is taken for damage. */
    private static final long MOST = 1 << 24;

    private static final String OFFSET = "offset";
    private static final String LENGTH = "length";

    /** Takes a reference that was made. */
    @FunctionalInterface
    interface Sink {

        /**
         * Takes one.
         *
         * @param part offset and length, or nothing for the whole file
         */
        void accept(String key, String file, long... part);
    }

    /**
     * Makes the references of all generators.
     *
     * @throws IllegalArgumentException where one is not as the specification says
     */
    void each(JsonNode generators, Sink sink) {
        long left = MOST;
        for (JsonNode generator : generators) {
            if (generator.has(OFFSET) != generator.has(LENGTH)) {
                throw new IllegalArgumentException(
                        "a generator " + generator + ", expected offset and length, or none");
            }
            Map<String, List<Object>> dimensions = dimensions(generator.path("dimensions"), left);
            long count = 1;
            for (List<Object> values : dimensions.values()) {
                count = values.isEmpty() ? 0 : Math.multiplyExact(count, (long) values.size());
                requireFew(count, left);
            }
            left -= count;
            for (long i = 0; i < count; i++) {
                make(generator, combination(dimensions, i), sink);
            }
        }
    }

    private static void requireFew(long count, long left) {
        if (count > left) {
            throw new IllegalArgumentException("generators of more than " + MOST + " references, expected fewer");
        }
    }

    private static Map<String, List<Object>> dimensions(JsonNode json, long most) {
        Map<String, List<Object>> dimensions = new LinkedHashMap<>();
        Iterator<Map.Entry<String, JsonNode>> fields = json.fields();
        while (fields.hasNext()) {
            Map.Entry<String, JsonNode> field = fields.next();
            dimensions.put(field.getKey(), values(field.getValue(), most));
        }
        return dimensions;
    }

    private static List<Object> values(JsonNode json, long most) {
        List<Object> values = new ArrayList<>();
        if (json.isArray()) {
            json.forEach(value -> values.add(value.isIntegralNumber() ? (Object) value.longValue() : value.asText()));
            return values;
        }
        long stop = json.path("stop").asLong();
        long step = json.path("step").asLong(1);
        if (!json.path("stop").isIntegralNumber() || step == 0) {
            throw new IllegalArgumentException(
                    "a dimension " + json + ", expected a list, or stop with start and step");
        }
        for (long value = json.path("start").asLong(0); step > 0 ? value < stop : value > stop; value += step) {
            values.add(value);
            requireFew(values.size(), most);
        }
        return values;
    }

    private static Map<String, Object> combination(Map<String, List<Object>> dimensions, long ordinal) {
        Map<String, Object> values = new LinkedHashMap<>();
        long rest = ordinal;
        for (Map.Entry<String, List<Object>> dimension : dimensions.entrySet()) {
            int size = dimension.getValue().size();
            values.put(dimension.getKey(), dimension.getValue().get((int) (rest % size)));
            rest /= size;
        }
        return values;
    }

    private void make(JsonNode generator, Map<String, Object> values, Sink sink) {
        String key = templates.render(generator.path("key").asText(), values);
        String file = templates.render(generator.path("url").asText(), values);
        if (!generator.has(OFFSET)) {
            sink.accept(key, file);
            return;
        }
        sink.accept(key, file, number(generator.path(OFFSET), values), number(generator.path(LENGTH), values));
    }

    private long number(JsonNode json, Map<String, Object> values) {
        String text = json.isNumber() ? json.asText() : templates.render(json.asText(), values);
        try {
            return Long.parseLong(text.trim());
        } catch (NumberFormatException notWhole) {
            throw new IllegalArgumentException(
                    "the number " + text + " of a generator, expected a whole one", notWhole);
        }
    }
}
