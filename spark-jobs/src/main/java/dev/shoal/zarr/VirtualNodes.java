package dev.shoal.zarr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shoal.netcdf.Attribute;
import dev.shoal.netcdf.Attributes;
import dev.shoal.netcdf.ElementType;
import dev.shoal.zarr.array.Json;
import dev.shoal.zarr.v3.FillAttribute;
import dev.shoal.zarr.virtual.VirtualArray;
import dev.shoal.zarr.virtual.VirtualCodec;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The {@code zarr.json} documents of virtual stores. */
public final class VirtualNodes {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final List<String> SHUFFLES = List.of("noshuffle", "shuffle", "bitshuffle");

    private VirtualNodes() {}

    /** Returns the document of a group without attributes. */
    public static byte[] group() {
        return group(Attributes.NONE);
    }

    /** Returns the document of a group. */
    public static byte[] group(Attributes attributes) {
        return Json.bytes(NodeDocument.group(attributes));
    }

    /** Returns the document of an array; references are not asked for. */
    public static byte[] array(VirtualArray array) {
        ObjectNode json = NODES.objectNode();
        json.put("zarr_format", ZarrFormat.V3.number());
        json.put("node_type", "array");
        json.set("shape", NodeDocument.lengths(array.grid().shape()));
        json.set("data_type", type(array.type().element()));
        ObjectNode grid = json.putObject("chunk_grid").put("name", "regular");
        grid.putObject("configuration")
                .set("chunk_shape", NodeDocument.lengths(array.grid().chunk()));
        ObjectNode keys = json.putObject("chunk_key_encoding").put("name", "default");
        keys.putObject("configuration").put("separator", "/");
        json.set("fill_value", fill(array));
        json.set("codecs", codecs(array));
        json.set("attributes", attributes(array));
        ArrayNode names = json.putArray("dimension_names");
        array.dimensions().forEach(names::add);
        return Json.bytes(json);
    }

    private static JsonNode type(ElementType type) {
        if (type == ElementType.STRING) {
            return NODES.textNode("string");
        }
        if (type == ElementType.CHAR) {
            ObjectNode json = NODES.objectNode().put("name", "null_terminated_bytes");
            json.putObject("configuration").put("length_bytes", 1);
            return json;
        }
        boolean real = type == ElementType.FLOAT || type == ElementType.DOUBLE;
        return NODES.textNode((real ? "float" : type.isUnsigned() ? "uint" : "int") + 8 * type.bytes());
    }

    private static JsonNode fill(VirtualArray array) {
        ElementType type = array.type().element();
        if (!type.isNumeric()) {
            return NODES.textNode("");
        }
        if (array.fill().isEmpty()) {
            return FillValue.of(0).as(DataType.of(type)).json(DataType.of(type));
        }
        return number(array.fill().get(0), type);
    }

    private static JsonNode number(Number number, ElementType type) {
        if (type == ElementType.FLOAT || type == ElementType.DOUBLE) {
            double real = number.doubleValue();
            return Double.isFinite(real) ? NODES.numberNode(real) : NODES.textNode(String.valueOf(real));
        }
        return number instanceof BigInteger big ? NODES.numberNode(big) : NODES.numberNode(number.longValue());
    }

    private static ArrayNode codecs(VirtualArray array) {
        ArrayNode codecs = NODES.arrayNode();
        ElementType type = array.type().element();
        if (type == ElementType.STRING) {
            codecs.addObject().put("name", "vlen-utf8");
            return codecs;
        }
        ObjectNode bytes = codecs.addObject().put("name", "bytes");
        if (type.bytes() > 1) {
            bytes.putObject("configuration").put("endian", array.type().bigEndian() ? "big" : "little");
        }
        array.codecs().forEach(codec -> add(codecs, codec, type));
        return codecs;
    }

    private static void add(ArrayNode codecs, VirtualCodec codec, ElementType type) {
        ObjectNode json = codecs.addObject();
        if (codec.id().equals("zstd")) {
            json.put("name", "zstd");
            json.putObject("configuration")
                    .put("level", (Integer) codec.parameters().getOrDefault("level", 0))
                    .put("checksum", false);
            return;
        }
        boolean blosc = codec.id().equals("blosc");
        json.put("name", blosc ? "blosc" : "numcodecs." + codec.id());
        ObjectNode configuration = json.putObject("configuration");
        for (Map.Entry<String, Object> parameter : codec.parameters().entrySet()) {
            configuration.set(parameter.getKey(), NODES.pojoNode(parameter.getValue()));
        }
        if (blosc) {
            int shuffle = (Integer) codec.parameters().getOrDefault("shuffle", 1);
            configuration.put("shuffle", SHUFFLES.get(Math.max(0, Math.min(2, shuffle))));
            configuration.put("typesize", type.bytes());
        }
    }

    /** What cells hold that were never written is for readers of v3 not what is missing: that the attribute says. */
    private static ObjectNode attributes(VirtualArray array) {
        ElementType type = array.type().element();
        boolean real = type == ElementType.FLOAT || type == ElementType.DOUBLE;
        ObjectNode json = AttributesDocument.json(array.attributes());
        Optional<Attribute> said = array.attributes().find(FillAttribute.NAME);
        if (said.isPresent() && real && said.get().type().isNumeric()) {
            json.put(FillAttribute.NAME, FillAttribute.encoded(said.get().numbers()[0]));
        } else if (said.isEmpty() && type.isNumeric() && !array.fill().isEmpty()) {
            Number fill = array.fill().get(0);
            json.set(
                    FillAttribute.NAME,
                    real ? NODES.textNode(FillAttribute.encoded(fill.doubleValue())) : number(fill, type));
        }
        return json;
    }
}
