package dev.shoal.zarr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shoal.netcdf.Attribute;
import dev.shoal.netcdf.Attributes;
import dev.shoal.netcdf.ElementType;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The {@code .zattrs} document, with {@code _ARRAY_DIMENSIONS} (the names of the axes, after xarray) kept apart.
 *
 * <p>JSON knows texts, whole numbers and decimal numbers: whole numbers stay whole, a float is written as the double of
 * the same value, numbers that are not finite as texts. Read back, a whole number is INT or LONG, a decimal number
 * DOUBLE; a list with texts in it is text, unless all its texts stand for numbers that are not finite and it has a
 * number too, or it is one of the attributes that only hold numbers; anything nested, true and false come as their JSON
 * text.
 */
final class AttributesDocument {

    /** Name of the document in its folder. */
    static final String NAME = ".zattrs";

    private static final String DIMENSIONS = "_ARRAY_DIMENSIONS";

    private static final Set<String> NUMERIC = Set.of(
            "_FillValue",
            "missing_value",
            "valid_min",
            "valid_max",
            "valid_range",
            "actual_range",
            "scale_factor",
            "add_offset");

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
        if (value instanceof BigInteger big) {
            return nodes.numberNode(big);
        }
        return value instanceof Number number ? nodes.numberNode(number.longValue()) : nodes.textNode(value.toString());
    }

    /** Returns how many axes the document names. */
    int count() {
        return json.path(DIMENSIONS).size();
    }

    /**
     * Returns the names of the axes, or an empty list where the document names none.
     *
     * @throws IllegalArgumentException where it names more or fewer than there are
     */
    List<String> dimensions(int rank) {
        List<String> names = new ArrayList<>();
        json.path(DIMENSIONS).forEach(name -> names.add(name.asText()));
        if (json.has(DIMENSIONS) && names.size() != rank) {
            throw new IllegalArgumentException(DIMENSIONS + " " + names + ", expected " + rank + " names");
        }
        return names;
    }

    /** Returns the attributes in stored order, without the names of the axes. */
    Attributes attributes() {
        List<Attribute> attributes = new ArrayList<>();
        Iterator<Map.Entry<String, JsonNode>> fields = json.fields();
        while (fields.hasNext()) {
            Map.Entry<String, JsonNode> field = fields.next();
            if (!field.getKey().equals(DIMENSIONS)) {
                attributes.add(attribute(field.getKey(), field.getValue()));
            }
        }
        return new Attributes(attributes);
    }

    private static Attribute attribute(String name, JsonNode value) {
        List<JsonNode> parts = new ArrayList<>();
        if (value.isArray()) {
            value.forEach(parts::add);
        } else if (!(value instanceof NullNode)) {
            parts.add(value);
        }
        boolean numbers = !parts.isEmpty()
                && parts.stream().allMatch(AttributesDocument::standsForNumber)
                && (NUMERIC.contains(name) || parts.stream().anyMatch(JsonNode::isNumber));
        if (!numbers) {
            return new Attribute(name, ElementType.STRING, texts(parts));
        }
        ElementType type = type(parts);
        return new Attribute(
                name, type, parts.stream().map(part -> number(part, type)).toList());
    }

    private static List<String> texts(List<JsonNode> parts) {
        return parts.stream()
                .map(part -> part.isTextual() ? part.textValue() : part.toString())
                .toList();
    }

    private static boolean standsForNumber(JsonNode part) {
        return part.isNumber() || (part.isTextual() && Json.nonFinite(part).isPresent());
    }

    private static ElementType type(List<JsonNode> parts) {
        if (!parts.stream().allMatch(JsonNode::isIntegralNumber)) {
            return ElementType.DOUBLE;
        }
        if (parts.stream().allMatch(JsonNode::canConvertToInt)) {
            return ElementType.INT;
        }
        return parts.stream().allMatch(JsonNode::canConvertToLong) ? ElementType.LONG : ElementType.ULONG;
    }

    private static Number number(JsonNode part, ElementType type) {
        return switch (type) {
            case INT -> part.intValue();
            case LONG -> part.longValue();
            case ULONG -> part.bigIntegerValue();
            default ->
                part.isNumber()
                        ? Double.valueOf(part.doubleValue())
                        : Json.nonFinite(part).orElseThrow();
        };
    }
}
