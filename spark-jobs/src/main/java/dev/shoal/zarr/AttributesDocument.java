package dev.shoal.zarr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shoal.netcdf.Attribute;
import dev.shoal.netcdf.Attributes;
import dev.shoal.zarr.array.AttributesJson;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * The {@code .zattrs} document, with {@code _ARRAY_DIMENSIONS} (the names of the axes, after xarray) kept apart.
 *
 * <p>JSON knows texts, whole numbers and decimal numbers: whole numbers stay whole, a float is written as the double of
 * the same value, numbers that are not finite as texts. {@link AttributesJson} reads them back.
 */
final class AttributesDocument {

    /** Name of the document in its folder. */
    static final String NAME = ".zattrs";

    private static final String DIMENSIONS = "_ARRAY_DIMENSIONS";

    private final JsonNode json;

    /** Reads a document. */
    AttributesDocument(JsonNode json) {
        this.json = json;
    }

    /** Returns the document of a group. */
    static ObjectNode json(Attributes attributes) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        attributes.list().forEach(attribute -> json.set(attribute.name(), value(attribute)));
        return json;
    }

    /** Returns the document of an array. */
    static ObjectNode json(ZarrArray array) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        if (!array.dimensions().isEmpty() || array.rank() == 0) {
            ArrayNode names = json.putArray(DIMENSIONS);
            array.dimensions().forEach(names::add);
        }
        json.setAll(json(array.attributes()));
        return json;
    }

    private static JsonNode value(Attribute attribute) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        attribute.values().forEach(value -> list.add(value(value)));
        return list.size() == 1 ? list.get(0) : list;
    }

    private static JsonNode value(Object value) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        if (value instanceof Double || value instanceof Float) {
            double number = ((Number) value).doubleValue();
            return Double.isFinite(number) ? nodes.numberNode(number) : nodes.textNode(String.valueOf(number));
        }
        if (value instanceof JsonText nested) {
            return nested.node();
        }
        if (value instanceof BigInteger big) {
            return nodes.numberNode(big);
        }
        return value instanceof Number number ? nodes.numberNode(number.longValue()) : nodes.textNode(value.toString());
    }

    /** Returns the names of axes that the document holds, however many there are. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        json.path(DIMENSIONS).forEach(name -> names.add(name.asText()));
        return names;
    }

    /**
     * Returns the names of the axes, or an empty list where the document names none.
     *
     * @throws IllegalArgumentException where it names more or fewer than there are
     */
    List<String> dimensions(int rank) {
        List<String> names = names();
        if (json.has(DIMENSIONS) && names.size() != rank) {
            throw new IllegalArgumentException(DIMENSIONS + " " + names + ", expected " + rank + " names");
        }
        return names;
    }

    /** Returns the attributes in stored order, without the names of the axes. */
    Attributes attributes() {
        return AttributesJson.of(json, DIMENSIONS);
    }
}
