package dev.shoal.zarr.kerchunk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shoal.netcdf.Attribute;
import dev.shoal.netcdf.Attributes;
import dev.shoal.zarr.virtual.SourceFile;
import dev.shoal.zarr.virtual.VirtualArray;
import dev.shoal.zarr.virtual.VirtualCodec;
import dev.shoal.zarr.virtual.VirtualStore;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The documents of a virtual store in Zarr v2, which is the version that kerchunk's references are of. */
final class VirtualDocuments {

    /** What our references say beside the specification's: the state of the files that they lead to. */
    static final String SOURCES = "shoal_sources";

    static final String LENGTH = "length";
    static final String MODIFIED = "modified_millis";
    static final String ETAG = "etag";

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private VirtualDocuments() {}

    /** Returns the documents of groups and arrays by their keys, sorted. */
    static Map<String, JsonNode> of(VirtualStore store) {
        Map<String, JsonNode> documents = new TreeMap<>();
        documents.put(".zgroup", group());
        documents.put(".zattrs", attributes(store.attributes()));
        for (VirtualArray array : store.arrays()) {
            String path = array.path();
            for (int end = path.indexOf('/'); end > 0; end = path.indexOf('/', end + 1)) {
                documents.put(path.substring(0, end) + "/.zgroup", group());
            }
            documents.put(path + "/.zarray", header(array));
            ObjectNode attributes = NODES.objectNode();
            attributes.set("_ARRAY_DIMENSIONS", texts(array.dimensions()));
            attributes.setAll(attributes(array.attributes()));
            documents.put(path + "/.zattrs", attributes);
        }
        return documents;
    }

    private static ObjectNode group() {
        return NODES.objectNode().put("zarr_format", 2);
    }

    private static ArrayNode texts(List<String> texts) {
        ArrayNode json = NODES.arrayNode();
        texts.forEach(json::add);
        return json;
    }

    private static ObjectNode header(VirtualArray array) {
        List<VirtualCodec> codecs = array.codecs();
        boolean compressor = !codecs.isEmpty() && codecs.get(codecs.size() - 1).compresses();
        int filters = codecs.size() - (compressor ? 1 : 0);
        ObjectNode json = NODES.objectNode();
        json.set("chunks", lengths(array.grid().chunk()));
        json.set("compressor", compressor ? codec(codecs.get(filters)) : NODES.nullNode());
        json.put("dtype", array.type().dtype());
        json.set(
                "fill_value",
                array.fill().isEmpty() ? NODES.nullNode() : value(array.fill().get(0)));
        ArrayNode list = NODES.arrayNode();
        codecs.subList(0, filters).forEach(codec -> list.add(codec(codec)));
        json.set("filters", list.isEmpty() ? NODES.nullNode() : list);
        json.put("order", "C");
        json.set("shape", lengths(array.grid().shape()));
        return json.put("zarr_format", 2);
    }

    private static ArrayNode lengths(long[] lengths) {
        ArrayNode json = NODES.arrayNode();
        for (long length : lengths) {
            json.add(length);
        }
        return json;
    }

    private static ObjectNode codec(VirtualCodec codec) {
        ObjectNode json = NODES.objectNode().put("id", codec.id());
        codec.parameters().forEach((name, value) -> json.set(name, value(value)));
        return json;
    }

    private static ObjectNode attributes(Attributes attributes) {
        ObjectNode json = NODES.objectNode();
        for (Attribute attribute : attributes.list()) {
            ArrayNode list = NODES.arrayNode();
            attribute.values().forEach(value -> list.add(value(value)));
            json.set(attribute.name(), list.size() == 1 ? list.get(0) : list);
        }
        return json;
    }

    /** A float is written as the double of the same value, a number that is not finite as a text. */
    private static JsonNode value(Object value) {
        if (value instanceof Double || value instanceof Float) {
            double number = ((Number) value).doubleValue();
            return Double.isFinite(number) ? NODES.numberNode(number) : NODES.textNode(String.valueOf(number));
        }
        if (value instanceof BigInteger big) {
            return NODES.numberNode(big);
        }
        return value instanceof Number number ? NODES.numberNode(number.longValue()) : NODES.textNode(value.toString());
    }

    /** Returns the state of the files by their names in the references. */
    static ObjectNode sources(VirtualStore store) {
        ObjectNode json = NODES.objectNode();
        for (SourceFile source : store.sources()) {
            ObjectNode state = json.putObject(url(source.location()));
            state.put(LENGTH, source.length()).put(MODIFIED, source.modifiedMillis());
            if (!source.etag().isEmpty()) {
                state.put(ETAG, source.etag());
            }
        }
        return json;
    }

    /** Returns the files, as references name them, in the states that references tell of. */
    static Map<String, SourceFile> stated(JsonNode json) {
        Map<String, SourceFile> sources = new HashMap<>();
        Iterator<Map.Entry<String, JsonNode>> fields = json.fields();
        while (fields.hasNext()) {
            Map.Entry<String, JsonNode> field = fields.next();
            JsonNode state = field.getValue();
            if (state.path(LENGTH).isIntegralNumber()) {
                sources.put(
                        field.getKey(),
                        new SourceFile(
                                field.getKey(),
                                state.path(LENGTH).asLong(),
                                state.path(MODIFIED).asLong(),
                                state.path(ETAG).asText("")));
            }
        }
        return sources;
    }

    /** Returns a location as fsspec names it: S3 has one scheme there, and a local path three slashes. */
    static String url(String location) {
        if (location.startsWith("s3a://")) {
            return "s3://" + location.substring("s3a://".length());
        }
        return location.startsWith("file:/") && !location.startsWith("file://")
                ? "file://" + location.substring("file:".length())
                : location;
    }
}
