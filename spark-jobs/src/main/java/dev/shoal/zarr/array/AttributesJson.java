package dev.shoal.zarr.array;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.shoal.netcdf.Attribute;
import dev.shoal.netcdf.Attributes;
import dev.shoal.netcdf.ElementType;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Attributes as Zarr documents hold them.
 *
 * <p>JSON knows texts, whole numbers and decimal numbers: a whole number is read as INT or LONG, a decimal number as
 * DOUBLE; a list with texts in it is text, unless all its texts stand for numbers that are not finite and it has a
 * number too, or it is one of the attributes that only hold numbers; anything nested, true and false come as their JSON
 * text.
 */
public final class AttributesJson {

    private static final Set<String> NUMERIC = Set.of(
            "_FillValue",
            "missing_value",
            "valid_min",
            "valid_max",
            "valid_range",
            "actual_range",
            "scale_factor",
            "add_offset");

    private AttributesJson() {}

    /**
     * Reads attributes.
     *
     * @param json an object
     * @param passedOver the name of one that is left out
     * @return the others, in stored order
     */
    public static Attributes of(JsonNode json, String passedOver) {
        List<Attribute> attributes = new ArrayList<>();
        Iterator<Map.Entry<String, JsonNode>> fields = json.fields();
        while (fields.hasNext()) {
            Map.Entry<String, JsonNode> field = fields.next();
            if (!field.getKey().equals(passedOver)) {
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
                && parts.stream().allMatch(AttributesJson::standsForNumber)
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
