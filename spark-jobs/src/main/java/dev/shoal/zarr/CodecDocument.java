package dev.shoal.zarr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shoal.codec.Blosc;
import dev.shoal.codec.BytesCodec;
import dev.shoal.codec.Gzip;
import dev.shoal.codec.Lz4;
import dev.shoal.codec.Shuffle;
import dev.shoal.codec.Zlib;
import dev.shoal.codec.Zstd;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** The {@code filters} and {@code compressor} of an array document: numcodecs configurations. */
final class CodecDocument {

    private static final Map<String, Function<JsonNode, BytesCodec>> KNOWN = new TreeMap<>(Map.of(
            "shuffle", json -> new Shuffle(json.path("elementsize").asInt(4)),
            "zlib", json -> new Zlib(json.path("level").asInt(1)),
            "gzip", json -> new Gzip(json.path("level").asInt(1)),
            "zstd", json -> new Zstd(json.path("level").asInt(1)),
            "lz4", json -> new Lz4(),
            "blosc", CodecDocument::blosc));

    private CodecDocument() {}

    private static BytesCodec blosc(JsonNode json) {
        return new Blosc(
                json.path("cname").asText("lz4"),
                json.path("clevel").asInt(5),
                json.path("shuffle").asInt(1),
                json.path("blocksize").asInt());
    }

    /**
     * Reads a codec.
     *
     * @param filters a list of configurations, or null
     * @param compressor a configuration, or null
     * @throws IllegalArgumentException where one is not known
     */
    static Codec parse(JsonNode filters, JsonNode compressor) {
        if (!filters.isNull() && !filters.isArray()) {
            throw new IllegalArgumentException("filters " + filters + ", expected a list or null");
        }
        List<BytesCodec> steps = new ArrayList<>();
        for (JsonNode filter : filters) {
            steps.add(step("filter", filter));
        }
        if (!compressor.isNull()) {
            steps.add(step("compressor", compressor));
        }
        return new Codec(steps);
    }

    private static BytesCodec step(String role, JsonNode json) {
        String id = json.path("id").asText();
        Function<JsonNode, BytesCodec> maker = KNOWN.get(id);
        if (maker == null) {
            throw new IllegalArgumentException(
                    role + " " + json + ", expected one of " + String.join(", ", KNOWN.keySet()));
        }
        return maker.apply(json);
    }

    /** Returns the configurations of the filters, or null where there are none. */
    static JsonNode filters(Codec codec) {
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
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
