package dev.shoal.zarr.v3;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shoal.netcdf.UnreadableException;
import dev.shoal.plan.ChunkGrid;
import dev.shoal.zarr.array.AttributesJson;
import dev.shoal.zarr.array.ChunkKeys;
import dev.shoal.zarr.array.FillJson;
import dev.shoal.zarr.array.Lengths;
import dev.shoal.zarr.array.StoredArray;
import dev.shoal.zarr.array.StoredType;
import dev.shoal.zarr.array.UnreadableArray;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** The document of an array. Every refusal is an {@link IllegalArgumentException} that says what was found. */
final class ArrayNode {

    private static final Set<String> FIELDS = Set.of(
            "zarr_format",
            "node_type",
            "shape",
            "data_type",
            "chunk_grid",
            "chunk_key_encoding",
            "fill_value",
            "codecs",
            "attributes",
            "storage_transformers",
            "dimension_names");

    private ArrayNode() {}

    /** Reads a document. */
    static StoredArray parse(JsonNode json, String path) {
        require(json.path("zarr_format").asInt() == 3, "zarr_format " + json.path("zarr_format") + ", expected 3");
        String unknown = NodeDocuments.unknownField(json, FIELDS);
        require(unknown.isEmpty(), unknown);
        require(
                json.path("storage_transformers").isEmpty(),
                "storage transformers " + json.path("storage_transformers") + ", expected none");
        long[] shape = Lengths.of(json.path("shape"), "shape");
        StoredType type = TypeNode.parse(json.path("data_type"));
        ChunkGrid grid = new ChunkGrid(shape, chunk(json, shape));
        CodecNodes codecs = CodecNodes.parse(json.path("codecs"), type, grid.chunk());
        return new StoredArray(
                path,
                grid,
                codecs.type(),
                FillJson.one(json.path("fill_value"), type),
                keys(json.path("chunk_key_encoding")),
                codecs.codec(),
                dimensions(json, shape.length),
                FillAttribute.attributes(json.path("attributes"), type));
    }

    private static void require(boolean holds, String found) {
        if (!holds) {
            throw new IllegalArgumentException(found);
        }
    }

    /** A chunk of an axis without cells has length 0 in some stores; 1 divides it as well. */
    private static long[] chunk(JsonNode json, long[] shape) {
        Extension grid = Extension.of(json.path("chunk_grid"), "chunk_grid");
        require(grid.name().equals("regular"), "chunk_grid \"" + grid.name() + "\", expected \"regular\"");
        long[] chunk = Lengths.of(grid.configuration().path("chunk_shape"), "chunk_shape");
        return Lengths.ofChunk(chunk, shape);
    }

    private static ChunkKeys keys(JsonNode json) {
        Extension encoding = Extension.of(json, "chunk_key_encoding");
        JsonNode separator = encoding.configuration().path("separator");
        return switch (encoding.name()) {
            case "default" -> ChunkKeys.v3(separator.asText("/"));
            case "v2" -> ChunkKeys.v2(separator.asText("."));
            default ->
                throw new IllegalArgumentException(
                        "chunk_key_encoding \"" + encoding.name() + "\", expected \"default\" or \"v2\"");
        };
    }

    private static List<String> dimensions(JsonNode json, int rank) {
        List<String> names = new ArrayList<>();
        json.path("dimension_names").forEach(name -> names.add(name.isTextual() ? name.textValue() : ""));
        require(
                names.size() == rank || !json.hasNonNull("dimension_names"),
                "dimension_names " + names + ", expected " + rank);
        return names.isEmpty() ? Collections.nCopies(rank, "") : names;
    }

    /**
     * Returns what can be said of an array that {@link #parse} refused.
     *
     * @throws UnreadableException where not even a shape can be read
     */
    static UnreadableArray unreadable(JsonNode json, String path, String root, IllegalArgumentException reason)
            throws UnreadableException {
        List<String> names = new ArrayList<>();
        json.path("dimension_names").forEach(name -> names.add(name.asText("")));
        return UnreadableArray.of(
                path,
                root,
                json.path("shape"),
                json.path("chunk_grid").path("configuration").path("chunk_shape"),
                names,
                AttributesJson.of(json.path("attributes"), ""),
                reason);
    }
}
