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
import dev.shoal.netcdf.UnreadableException;
import dev.shoal.plan.Window;
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
        json.set("fill_value", array.fill().json(array.type()));
        json.set("filters", CodecDocument.filters(array.codec()));
        json.put("order", array.order().letter());
        json.set("shape", lengths(array.shape()));
        json.put("dimension_separator", array.separator());
        json.put("zarr_format", 2);
        return Json.bytes(json);
    }

    /** Puts the header, unless it is there, and the attributes, unless they are there. */
    static void put(HadoopStore store, ZarrArray array, boolean hasHeader) throws IOException {
        if (!hasHeader) {
            store.put(array.path() + "/" + NAME, bytes(array));
        }
        ObjectNode attributes = AttributesDocument.json(array);
        String key = array.path() + "/" + AttributesDocument.NAME;
        if (!GroupDocument.sameAsStored(store, key, attributes)) {
            store.put(key, Json.bytes(attributes));
        }
    }

    /**
     * Returns what can be said of an array that {@link #parse} refused.
     *
     * @throws UnreadableException where not even a shape can be read
     */
    static UnreadableArray unreadable(JsonNode json, String path, AttributesDocument names, UnreadableException reason)
            throws UnreadableException {
        try {
            long[] shape = Window.whole(lengths(json, "shape")).shape();
            long[] chunk = lengths(json, "chunks");
            return new UnreadableArray(
                    path,
                    shape,
                    chunk.length == shape.length ? chunk : shape,
                    names.count() == shape.length ? names.dimensions(shape.length) : List.of(),
                    names.attributes(),
                    String.valueOf(reason.getMessage()));
        } catch (IllegalArgumentException notEvenShape) {
            reason.addSuppressed(notEvenShape);
            throw reason;
        }
    }

    /** Tells whether a jzarr program reads this array right: header and chunks. */
    static boolean isForJzarr(ZarrArray array) {
        List<BytesCodec> steps = array.codec().steps();
        return array.rank() > 0
                && Arrays.stream(array.shape()).allMatch(length -> length <= Integer.MAX_VALUE)
                && array.type() != ElementType.ULONG
                && array.type() != ElementType.CHAR
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
                array.fill().json(array.type()).isTextual() || array.type() == ElementType.FLOAT
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
     * @throws UnreadableException where type, codec or anything else is not one that can be read; the message is whole
     */
    static ZarrArray parse(JsonNode json, String path, AttributesDocument names, String root)
            throws UnreadableException {
        try {
            return parse(json, path, names);
        } catch (IllegalArgumentException unknown) {
            throw new UnreadableException(
                    "Cannot read array " + path + " of Zarr store " + root + ": " + unknown.getMessage()
                            + ". Write it again with what Shoal reads, or leave it out.",
                    unknown);
        }
    }

    private static ZarrArray parse(JsonNode json, String path, AttributesDocument names) {
        if (json.path("zarr_format").asInt() != 2) {
            throw new IllegalArgumentException("zarr_format " + json.path("zarr_format") + ", expected 2");
        }
        JsonNode dtype = json.path("dtype");
        DataType type = DataType.parse(dtype.isTextual() ? dtype.textValue() : "")
                .orElseThrow(() -> new IllegalArgumentException("dtype " + dtype
                        + ", expected i1, i2, i4, i8, u1, u2, u4, u8, f4, f8 or S1, little- or big-endian"));
        long[] shape = lengths(json, "shape");
        return new ZarrArray(
                path,
                shape,
                chunk(json, shape),
                type,
                order(json),
                FillValue.parse(json.path("fill_value"), type.element()),
                CodecDocument.parse(nullable(json, "filters"), nullable(json, "compressor")),
                json.path("dimension_separator").asText("."),
                names.dimensions(shape.length),
                names.attributes());
    }

    private static JsonNode nullable(JsonNode json, String name) {
        return json.has(name) ? json.path(name) : NullNode.getInstance();
    }

    /** Returns the lengths that a document says, or fails where it says none. */
    private static long[] lengths(JsonNode json, String name) {
        JsonNode lengths = json.path(name);
        long[] out = new long[lengths.size()];
        for (int axis = 0; axis < out.length; axis++) {
            if (!lengths.path(axis).canConvertToLong() || !lengths.path(axis).isIntegralNumber()) {
                throw new IllegalArgumentException(name + " " + lengths + ", expected whole numbers");
            }
            out[axis] = lengths.path(axis).longValue();
        }
        if (!lengths.isArray()) {
            throw new IllegalArgumentException(name + " " + lengths + ", expected a list of whole numbers");
        }
        return out;
    }

    /** A chunk of an axis without cells has length 0 in some stores; 1 divides it as well. */
    private static long[] chunk(JsonNode json, long[] shape) {
        long[] chunk = lengths(json, "chunks");
        for (int axis = 0; axis < Math.min(shape.length, chunk.length); axis++) {
            chunk[axis] = shape[axis] == 0 ? Math.max(1, chunk[axis]) : chunk[axis];
        }
        return chunk;
    }

    private static AxisOrder order(JsonNode json) {
        return Arrays.stream(AxisOrder.values())
                .filter(order -> order.letter().equals(json.path("order").asText()))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("order " + json.path("order") + ", expected \"C\" or \"F\""));
    }
}
