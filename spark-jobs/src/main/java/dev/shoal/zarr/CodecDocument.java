package dev.shoal.zarr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shoal.codec.BytesCodec;
import dev.shoal.zarr.array.KnownCodecs;
import java.util.ArrayList;
import java.util.List;

/** The {@code filters} and {@code compressor} of an array document: numcodecs configurations. */
final class CodecDocument {

    /** The filter that stands before all others where elements are texts of any length. */
    private static final String TEXTS = "vlen-utf8";

    private CodecDocument() {}

    /**
     * Reads a codec.
     *
     * @param filters a list of configurations, or null
     * @param compressor a configuration, or null
     * @param type of the elements
     * @throws IllegalArgumentException where one is not known
     */
    static Codec parse(JsonNode filters, JsonNode compressor, DataType type) {
        if (!filters.isNull() && !filters.isArray()) {
            throw new IllegalArgumentException("filters " + filters + ", expected a list or null");
        }
        List<BytesCodec> steps = new ArrayList<>();
        for (int i = type.varies() ? 1 : 0; i < filters.size(); i++) {
            steps.add(step("filter", filters.path(i)));
        }
        if (!compressor.isNull()) {
            steps.add(step("compressor", compressor));
        }
        return new Codec(steps);
    }

    /**
     * Reads one configuration.
     *
     * @param role {@code filter} or {@code compressor}, for the message
     * @throws IllegalArgumentException where it is not known
     */
    static BytesCodec step(String role, JsonNode json) {
        return KnownCodecs.find(json.path("id").asText(), json)
                .orElseThrow(() ->
                        new IllegalArgumentException(role + " " + json + ", expected one of " + KnownCodecs.names()));
    }

    /** Returns the configurations of the filters, or null where there are none. */
    static JsonNode filters(Codec codec, DataType type) {
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        if (type.varies()) {
            json.addObject().put("id", TEXTS);
        }
        codec.filters().forEach(filter -> json.add(json(filter)));
        return json.isEmpty() ? NullNode.getInstance() : json;
    }

    /** Returns the configuration of the compressor, or null where there is none. */
    static JsonNode compressor(Codec codec) {
        return codec.compressor().isEmpty()
                ? NullNode.getInstance()
                : json(codec.compressor().get(0));
    }

    private static JsonNode json(BytesCodec step) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("id", step.id());
        step.parameters().forEach((name, value) -> json.set(name, JsonNodeFactory.instance.pojoNode(value)));
        return json;
    }
}
