package dev.shoal.zarr;

import com.bc.zarr.CompressorFactory;
import com.bc.zarr.ZarrHeader;
import com.bc.zarr.ZarrUtils;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shoal.codec.BytesCodec;
import dev.shoal.netcdf.ElementType;
import dev.shoal.zarr.array.Json;
import dev.shoal.zarr.array.Lengths;
import dev.shoal.zarr.array.StoredType;
import dev.shoal.zarr.array.WritableObjects;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * The {@code .zarray} document of Zarr v2.
 *
 * <p>It is written by jzarr's header wherever that can say it: rank 1 and more with lengths below 2^31, elements other
 * than unsigned 64-bit integers and text, row-major order, no filter, and zlib or no compressor. jzarr's header always
 * says {@code filters: null} and {@code order: C}, knows no compressor but zlib and blosc, and refuses scalars; such
 * documents are written here. Either way the bytes go through the same {@link HadoopStore}.
 * {@code ZarrGroup.createArray} is not used, because it deletes the array's chunks before it writes.
 */
final class ArrayDocument {

    /** Name of the document in its array's folder. */
    static final String NAME = ".zarray";

    /** Name of the field that says what stands between the numbers of a chunk's key. */
    static final String SEPARATOR = "dimension_separator";

    private static final List<String> JZARR_COMPRESSORS = List.of("zlib");

    private ArrayDocument() {}

    /** Returns the document's bytes; equal for arrays with equal headers. */
    static byte[] bytes(ZarrArray array) throws IOException {
        if (isForJzarr(array)) {
            StringWriter text = new StringWriter();
            ZarrUtils.toJson(jzarr(array), text, true);
            return text.toString().getBytes(StandardCharsets.UTF_8);
        }
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("chunks", lengths(array.chunk()));
        json.set("compressor", CodecDocument.compressor(array.codec()));
        json.put("dtype", array.dataType().dtype());
        json.set("fill_value", array.fill().json(array.dataType()));
        json.set("filters", CodecDocument.filters(array.codec(), array.dataType()));
        json.put("order", array.order().letter());
        json.set("shape", lengths(array.shape()));
        json.put(SEPARATOR, array.separator());
        json.put("zarr_format", 2);
        return Json.bytes(json);
    }

    /** Puts the header, unless it is there, and the attributes, unless they are there. */
    static void put(WritableObjects store, ZarrArray array, boolean hasHeader) throws IOException {
        if (!hasHeader) {
            store.put(array.path() + "/" + NAME, bytes(array));
        }
        ObjectNode attributes = AttributesDocument.json(array);
        String key = array.path() + "/" + AttributesDocument.NAME;
        if (!GroupDocument.sameAsStored(store, key, attributes)) {
            store.put(key, Json.bytes(attributes));
        }
    }

    /** Tells whether a jzarr program reads this array right: header and chunks. */
    static boolean isForJzarr(ZarrArray array) {
        List<BytesCodec> steps = array.codec().steps();
        return array.rank() > 0
                && Arrays.stream(array.shape()).allMatch(length -> length <= Integer.MAX_VALUE)
                && array.type() != ElementType.ULONG
                && array.type() != ElementType.CHAR
                && array.dataType().form() == StoredType.Form.PLAIN
                && array.order() == AxisOrder.ROW_MAJOR
                && array.fill().number().isPresent()
                && steps.stream().allMatch(step -> JZARR_COMPRESSORS.contains(step.id()));
    }

    private static ZarrHeader jzarr(ZarrArray array) {
        com.bc.zarr.Compressor compressor = array.codec().steps().stream()
                .findFirst()
                .map(zlib -> CompressorFactory.create(zlib.id(), zlib.parameters()))
                .orElse(CompressorFactory.nullCompressor);
        return new ZarrHeader(
                ints(array.shape()),
                ints(array.chunk()),
                array.dataType().kindAndBytes(),
                array.dataType().endian().order(),
                array.fill().json(array.dataType()).isTextual() || array.type() == ElementType.FLOAT
                        ? array.fill().number().orElseThrow().doubleValue()
                        : array.fill().number().orElseThrow(),
                compressor,
                array.separator());
    }

    private static int[] ints(long[] lengths) {
        return Arrays.stream(lengths).mapToInt(Math::toIntExact).toArray();
    }

    private static JsonNode lengths(long[] lengths) {
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        Arrays.stream(lengths).forEach(json::add);
        return json;
    }

    /**
     * Reads a document.
     *
     * @param json of the document
     * @param path of the array in its store
     * @param names dimensions and attributes
     * @throws IllegalArgumentException where type, codec or anything else is not one that can be written too
     */
    static ZarrArray parse(JsonNode json, String path, AttributesDocument names) {
        if (json.path("zarr_format").asInt() != 2) {
            throw new IllegalArgumentException("zarr_format " + json.path("zarr_format") + ", expected 2");
        }
        DataType type = DataType.of(StoredDocument.type(json))
                .orElseThrow(() -> new IllegalArgumentException(
                        "dtype " + json.path("dtype") + ", expected b1, i1 to i8, u1 to u8, f2 to f8, S, U or texts"));
        long[] shape = Lengths.of(json.path("shape"), "shape");
        return new ZarrArray(
                path,
                ZarrFormat.V2,
                shape,
                Lengths.ofChunk(Lengths.of(json.path("chunks"), "chunks"), shape),
                ZarrArray.NO_SHARDS,
                type,
                AxisOrder.of(json.path("order").asText()),
                FillValue.parse(json.path("fill_value"), type),
                CodecDocument.parse(nullable(json, "filters"), nullable(json, "compressor"), type)
                        .forElements(type.shuffledBytes()),
                json.path(SEPARATOR).asText("."),
                names.dimensions(shape.length),
                names.attributes());
    }

    private static JsonNode nullable(JsonNode json, String name) {
        return json.has(name) ? json.path(name) : NullNode.getInstance();
    }
}
