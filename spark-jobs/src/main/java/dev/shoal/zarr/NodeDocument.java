package dev.shoal.zarr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shoal.netcdf.Attribute;
import dev.shoal.netcdf.Attributes;
import dev.shoal.netcdf.ElementType;
import dev.shoal.zarr.array.ChunkKeys;
import dev.shoal.zarr.array.StoredArray;
import dev.shoal.zarr.array.UnreadableArray;
import dev.shoal.zarr.v3.FillAttribute;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The {@code zarr.json} document of Zarr v3 as it is written (core specification, "Array metadata").
 *
 * <p>What cells hold that were never written is not what is missing for readers of v3: xarray masks the attribute
 * {@code _FillValue}. So a fill value is written as both, and read back from both; an array without one gets nought as
 * its {@code fill_value}, which the document must have, and no attribute.
 */
final class NodeDocument {

    private NodeDocument() {}

    /** Returns the document of a group. */
    static ObjectNode group(Attributes attributes) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("zarr_format", ZarrFormat.V3.number());
        json.put("node_type", "group");
        json.set("attributes", AttributesDocument.json(attributes));
        return json;
    }

    /** Returns the document of an array. */
    static ObjectNode of(ZarrArray array) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("zarr_format", ZarrFormat.V3.number());
        json.put("node_type", "array");
        json.set("shape", lengths(array.shape()));
        json.set("data_type", type(array.dataType()));
        ObjectNode grid = json.putObject("chunk_grid").put("name", "regular");
        grid.putObject("configuration").set("chunk_shape", lengths(array.chunk()));
        ObjectNode keys = json.putObject("chunk_key_encoding").put("name", "default");
        keys.putObject("configuration").put("separator", array.separator());
        json.set("fill_value", fill(array));
        json.set("codecs", CodecNodesDocument.of(array));
        json.set("attributes", attributes(array));
        if (!array.dimensions().isEmpty() || array.rank() == 0) {
            ArrayNode names = json.putArray("dimension_names");
            array.dimensions().forEach(names::add);
        }
        return json;
    }

    /** Returns lengths as a document lists them. */
    static ArrayNode lengths(long[] lengths) {
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        Arrays.stream(lengths).forEach(json::add);
        return json;
    }

    private static JsonNode type(DataType type) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return switch (type.form()) {
            case TRUTH -> nodes.textNode("bool");
            case LENGTH_AND_UTF8 -> nodes.textNode("string");
            case CODE_POINTS -> ofBytes("fixed_length_utf32", type.bytes());
            case BYTES -> ofBytes("null_terminated_bytes", type.bytes());
            default -> number(type);
        };
    }

    private static JsonNode number(DataType type) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return switch (type.element()) {
            case FLOAT, DOUBLE -> nodes.textNode("float" + 8 * type.bytes());
            case CHAR -> ofBytes("null_terminated_bytes", 1);
            default -> nodes.textNode((type.element().isUnsigned() ? "uint" : "int") + 8 * type.bytes());
        };
    }

    private static JsonNode ofBytes(String name, int bytes) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("name", name);
        json.putObject("configuration").put("length_bytes", bytes);
        return json;
    }

    private static JsonNode fill(ZarrArray array) {
        Optional<Number> number = array.fill().number();
        if (number.isEmpty()) {
            return array.type() == ElementType.CHAR || array.dataType().isText()
                    ? JsonNodeFactory.instance.textNode("")
                    : FillValue.of(0).as(array.dataType()).json(array.dataType());
        }
        return bits(number.get())
                .<JsonNode>map(JsonNodeFactory.instance::textNode)
                .orElseGet(() -> array.fill().json(array.dataType()));
    }

    /** A NaN of other bits than the usual ones is written by them. */
    private static Optional<String> bits(Number number) {
        if (number instanceof Float real && real.isNaN()) {
            int bits = Float.floatToRawIntBits(real);
            return bits == 0x7fc00000 ? Optional.empty() : Optional.of(String.format(Locale.ROOT, "0x%08x", bits));
        }
        if (number instanceof Double real && real.isNaN()) {
            long bits = Double.doubleToRawLongBits(real);
            return bits == 0x7ff8000000000000L
                    ? Optional.empty()
                    : Optional.of(String.format(Locale.ROOT, "0x%016x", bits));
        }
        return Optional.empty();
    }

    private static ObjectNode attributes(ZarrArray array) {
        ObjectNode json = AttributesDocument.json(array.attributes());
        Optional<Attribute> said = array.attributes().find(FillAttribute.NAME);
        boolean real = array.type() == ElementType.FLOAT || array.type() == ElementType.DOUBLE;
        if (said.isPresent() && real && said.get().type().isNumeric()) {
            json.put(FillAttribute.NAME, FillAttribute.encoded(said.get().numbers()[0]));
        } else if (said.isEmpty() && array.type().isNumeric()) {
            array.fill().number().ifPresent(number -> {
                if (real) {
                    json.put(FillAttribute.NAME, FillAttribute.encoded(number.doubleValue()));
                } else {
                    json.set(FillAttribute.NAME, array.fill().json(array.dataType()));
                }
            });
        }
        return json;
    }

    /**
     * Returns an array that was read as one that can be written.
     *
     * @throws IllegalArgumentException where it cannot
     */
    static ZarrArray writable(StoredArray array) {
        DataType type = DataType.of(array.type())
                .orElseThrow(() -> new IllegalArgumentException(
                        "elements of " + array.type().form() + ", which are read only"));
        boolean own = array.keys().equals(ChunkKeys.v3(array.keys().separator()));
        require(own, "chunk keys of Zarr v2");
        WritableCodec codec = WritableCodec.of(array.codec());
        FillValue fill = fill(array, type);
        boolean named = array.dimensions().stream().anyMatch(name -> !name.isEmpty());
        return new ZarrArray(
                array.path(),
                ZarrFormat.V3,
                array.shape(),
                array.grid().chunk(),
                codec.inner(),
                type,
                codec.order(),
                fill,
                codec.codec().forElements(type.shuffledBytes()),
                array.keys().separator(),
                named ? array.dimensions() : List.of(),
                said(array, fill));
    }

    private static void require(boolean holds, String found) {
        if (!holds) {
            throw new IllegalArgumentException(found + ", which are read only");
        }
    }

    private static FillValue fill(StoredArray array, DataType type) {
        if (type.isText()) {
            String text = ((String[]) array.fill())[0];
            require(text.isEmpty(), "the fill value \"" + text + "\" of texts");
            return FillValue.NONE;
        }
        Number number = StoredDocument.number(array.type().element(), array.fill());
        boolean masked = array.attributes().find(FillAttribute.NAME).isPresent();
        boolean nought = (number instanceof Float || number instanceof Double)
                ? Double.doubleToRawLongBits(number.doubleValue()) == 0
                : number.longValue() == 0;
        return nought && !masked ? FillValue.NONE : FillValue.of(number).as(type);
    }

    /** Returns the attributes without the one that says the fill value again. */
    private static Attributes said(StoredArray array, FillValue fill) {
        List<Attribute> list = new ArrayList<>(array.attributes().list());
        list.removeAll(array.type().attributes());
        list.removeIf(attribute -> attribute.name().equals(FillAttribute.NAME)
                && attribute.type().isNumeric()
                && attribute.values().size() == 1
                && fill.number().isPresent()
                && same(attribute.numbers()[0], fill.number().get().doubleValue()));
        return new Attributes(list);
    }

    private static boolean same(double one, double other) {
        return one == other || (Double.isNaN(one) && Double.isNaN(other));
    }

    /** Returns an array that can be read, but not by what writes it. */
    static UnreadableArray readOnly(StoredArray array, String root, IllegalArgumentException reason) {
        return new UnreadableArray(
                array.path(),
                array.shape(),
                array.grid().chunk(),
                array.dimensions(),
                array.attributes(),
                "Cannot write array " + array.path() + " of Zarr store " + root + ": found " + reason.getMessage()
                        + ". Write it anew with what Shoal writes.");
    }
}
