package dev.shoal.zarr.icechunk;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shoal.netcdf.UnreadableException;
import dev.shoal.zarr.array.Json;
import dev.shoal.zarr.array.Lengths;
import dev.shoal.zarr.v3.NodeDocuments;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What a repository needs to know of the {@code zarr.json} documents of its nodes. */
final class Documents {

    private static final long MOST_CHUNKS = Integer.MAX_VALUE;

    private Documents() {}

    /** Returns the document of a group; {@code attributes} are a JSON object. */
    static byte[] group(String attributes) {
        return ("{\"zarr_format\": 3, \"node_type\": \"group\", \"attributes\": " + attributes + "}")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Tells whether a document is a group's. */
    static boolean isGroup(String path, byte[] document) {
        try {
            return Json.parse(document, path + "/" + NodeDocuments.NAME, "to be committed")
                    .path("node_type")
                    .asText()
                    .equals("group");
        } catch (UnreadableException notJson) {
            throw new IllegalArgumentException(notJson.getMessage(), notJson);
        }
    }

    /** Parses the document of a node, or refuses one that is not Zarr v3 of this type. */
    static JsonNode parse(String path, String type, byte[] document) {
        try {
            JsonNode json = Json.parse(document, path + "/" + NodeDocuments.NAME, "to be committed");
            if (json.path("zarr_format").asInt() == 3
                    && json.path("node_type").asText().equals(type)) {
                return json;
            }
        } catch (UnreadableException notJson) {
            throw new IllegalArgumentException(notJson.getMessage(), notJson);
        }
        throw new IllegalArgumentException(
                "node " + path + " with another document than that of a Zarr v3 " + type + ", expected one");
    }

    /** Returns how the document of an array cuts it; without manifests. */
    static Chunking chunking(String path, byte[] document) {
        JsonNode json = parse(path, "array", document);
        long[] shape = Lengths.of(json.path("shape"), "shape");
        JsonNode grid = json.path("chunk_grid");
        long[] chunk = Lengths.of(grid.path("configuration").path("chunk_shape"), "chunk_shape");
        if (!grid.path("name").asText().equals("regular") || chunk.length != shape.length) {
            throw new IllegalArgumentException(
                    "array " + path + " with the grid " + grid + ", expected a regular one of its axes");
        }
        int[] counts = new int[shape.length];
        for (int axis = 0; axis < counts.length; axis++) {
            long count = chunk[axis] == 0 ? 0 : (shape[axis] + chunk[axis] - 1) / chunk[axis];
            if (count > MOST_CHUNKS) {
                throw new IllegalArgumentException(
                        "array " + path + " of " + count + " chunks along axis " + axis + ", expected fewer than 2^31");
            }
            counts[axis] = (int) count;
        }
        List<String> names = new ArrayList<>();
        json.path("dimension_names").forEach(name -> names.add(name.isNull() ? "" : name.asText()));
        return new Chunking(shape, counts, names, List.of());
    }
}
