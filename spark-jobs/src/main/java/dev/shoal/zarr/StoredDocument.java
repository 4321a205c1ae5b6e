package dev.shoal.zarr;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shoal.codec.BytesCodec;
import dev.shoal.codec.CodecChain;
import dev.shoal.netcdf.Attribute;
import dev.shoal.netcdf.Attributes;
import dev.shoal.netcdf.ElementType;
import dev.shoal.netcdf.UnreadableException;
import dev.shoal.plan.ChunkGrid;
import dev.shoal.zarr.array.ChunkKeys;
import dev.shoal.zarr.array.FillJson;
import dev.shoal.zarr.array.Lengths;
import dev.shoal.zarr.array.StoredArray;
import dev.shoal.zarr.array.StoredType;
import dev.shoal.zarr.array.TypeNames;
import dev.shoal.zarr.array.UnreadableArray;
import dev.shoal.zarr.array.WholeChunk;
import java.lang.reflect.Array;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The {@code .zarray} document of Zarr v2 as reading needs it; {@link ArrayDocument} is what writing does. Every
 * refusal is an {@link IllegalArgumentException} that says what was found.
 *
 * <p>Its {@code fill_value} is shown as the attribute {@code _FillValue} where there is none of that name, as xarray
 * does.
 */
final class StoredDocument {

    private static final String FILL_VALUE = "_FillValue";
    private static final String TEXTS = "vlen-utf8";

    private StoredDocument() {}

    /**
     * Reads a document.
     *
     * @param names dimensions and attributes
     */
    static StoredArray parse(JsonNode json, String path, AttributesDocument names) {
        if (json.path("zarr_format").asInt() != 2) {
            throw new IllegalArgumentException("zarr_format " + json.path("zarr_format") + ", expected 2");
        }
        long[] shape = Lengths.of(json.path("shape"), "shape");
        ChunkGrid grid = new ChunkGrid(shape, Lengths.ofChunk(Lengths.of(json.path("chunks"), "chunks"), shape));
        StoredType type = type(json);
        WholeChunk codec = WholeChunk.of(type, grid.chunk(), order(json, shape.length), chain(json, type));
        List<String> dimensions = names.dimensions(shape.length);
        Object fill = FillJson.one(json.path("fill_value"), type);
        return new StoredArray(
                path,
                grid,
                type,
                fill,
                ChunkKeys.v2(json.path("dimension_separator").asText(".")),
                codec,
                dimensions.isEmpty() ? Collections.nCopies(shape.length, "") : dimensions,
                attributes(names.attributes(), json, type, fill));
    }

    /** Reads the type of the elements. */
    static StoredType type(JsonNode json) {
        JsonNode dtype = json.path("dtype");
        if (dtype.asText().matches("[<>|=]?O")) {
            String filter = json.path("filters").path(0).path("id").asText("none");
            if (!filter.equals(TEXTS)) {
                throw new IllegalArgumentException("objects of Python (dtype " + dtype + ") in the filter \"" + filter
                        + "\", expected numbers, or texts in the filter \"" + TEXTS + "\"");
            }
            return TypeNames.texts();
        }
        return TypeNames.numpy(dtype.isTextual() ? dtype.textValue() : "")
                .orElseThrow(() -> new IllegalArgumentException("dtype " + dtype + ", expected b1, i1 to i8, u1 to u8,"
                        + " f2, f4, f8, S, U, or M8 and m8 of one unit, little- or big-endian"));
    }

    private static CodecChain chain(JsonNode json, StoredType type) {
        List<BytesCodec> steps = new ArrayList<>();
        JsonNode filters = json.path("filters");
        if (!filters.isNull() && !filters.isMissingNode() && !filters.isArray()) {
            throw new IllegalArgumentException("filters " + filters + ", expected a list or null");
        }
        for (int i = type.varies() ? 1 : 0; i < filters.size(); i++) {
            steps.add(CodecDocument.step("filter", filters.path(i)));
        }
        if (json.hasNonNull("compressor")) {
            steps.add(CodecDocument.step("compressor", json.path("compressor")));
        }
        return new CodecChain(steps);
    }

    private static int[] order(JsonNode json, int rank) {
        boolean reversed = AxisOrder.of(json.path("order").asText()) == AxisOrder.COLUMN_MAJOR;
        int[] order = new int[rank];
        for (int axis = 0; axis < rank; axis++) {
            order[axis] = reversed ? rank - 1 - axis : axis;
        }
        return order;
    }

    private static Attributes attributes(Attributes said, JsonNode json, StoredType type, Object fill) {
        boolean shown = type.element().isNumeric()
                && type.form() != StoredType.Form.TRUTH
                && !FillJson.isNone(json.path("fill_value"))
                && said.find(FILL_VALUE).isEmpty();
        if (!shown) {
            return said;
        }
        List<Attribute> list = new ArrayList<>(said.list());
        list.add(new Attribute(FILL_VALUE, type.element(), List.of(number(type.element(), fill))));
        return new Attributes(list);
    }

    /** Returns the one number of an array, an unsigned one as the next wider type. */
    static Number number(ElementType type, Object one) {
        return switch (type) {
            case UBYTE -> (short) (Array.getByte(one, 0) & 0xff);
            case USHORT -> Array.getShort(one, 0) & 0xffff;
            case UINT -> Array.getInt(one, 0) & 0xffffffffL;
            case ULONG -> unsigned(Array.getLong(one, 0));
            default -> (Number) Array.get(one, 0);
        };
    }

    private static Number unsigned(long bits) {
        return bits >= 0 ? (Number) bits : new BigInteger(Long.toUnsignedString(bits));
    }

    /**
     * Returns what can be said of an array that {@link #parse} refused.
     *
     * @throws UnreadableException where not even a shape can be read
     */
    static UnreadableArray unreadable(
            JsonNode json, String path, AttributesDocument names, String root, IllegalArgumentException reason)
            throws UnreadableException {
        return UnreadableArray.of(
                path, root, json.path("shape"), json.path("chunks"), names.names(), names.attributes(), reason);
    }
}
