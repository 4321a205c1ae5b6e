package dev.shoal.zarr.v3;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shoal.netcdf.Attributes;
import dev.shoal.netcdf.UnreadableException;
import dev.shoal.zarr.array.AttributesJson;
import dev.shoal.zarr.array.Json;
import dev.shoal.zarr.array.StoreObjects;
import dev.shoal.zarr.array.StoredArray;
import dev.shoal.zarr.array.StoredGroup;
import dev.shoal.zarr.array.UnreadableArray;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The documents of a Zarr v3 store: from the root's consolidated metadata where it has some, else folder by folder. */
public final class NodeDocuments {

    /** Name of a node's document in its folder. */
    public static final String NAME = "zarr.json";

    private static final String CONSOLIDATED = "consolidated_metadata";
    private static final Set<String> FIELDS = Set.of("zarr_format", "node_type", "attributes", CONSOLIDATED);

    /** Folders deeper than this are taken for a loop. */
    private static final int MOST_LEVELS = 64;

    private final StoreObjects store;
    private final NavigableMap<String, JsonNode> nodes = new TreeMap<>();

    private NodeDocuments(StoreObjects store) {
        this.store = store;
    }

    /**
     * Reads what a store says of itself.
     *
     * @return nothing where it is not Zarr v3
     * @throws UnreadableException where its root is not a group, or a document is damaged; an array that cannot be read
     *     does not stop the others
     * @throws IOException where the storage fails
     */
    public static Optional<StoredGroup> read(StoreObjects store) throws IOException {
        return readFrom(store, NAME);
    }

    /**
     * Reads what a store says of itself whose root has a document of another name; else as {@link #read}.
     *
     * @param name of the root's document
     */
    public static Optional<StoredGroup> readFrom(StoreObjects store, String name) throws IOException {
        Optional<byte[]> bytes = store.document(name);
        if (bytes.isEmpty()) {
            return Optional.empty();
        }
        JsonNode root = Json.parse(bytes.get(), name, store.root());
        NodeDocuments documents = new NodeDocuments(store);
        documents.requireGroup(root, "");
        JsonNode consolidated = root.path(CONSOLIDATED).path("metadata");
        if (consolidated.isObject()) {
            documents.addAll(consolidated);
        } else {
            documents.addFolders("", 0);
        }
        return Optional.of(documents.group(AttributesJson.of(root.path("attributes"), "")));
    }

    private void addAll(JsonNode consolidated) throws UnreadableException {
        Iterator<Map.Entry<String, JsonNode>> fields = consolidated.fields();
        while (fields.hasNext()) {
            Map.Entry<String, JsonNode> field = fields.next();
            add(field.getKey(), field.getValue());
        }
    }

    private void addFolders(String group, int level) throws IOException {
        if (level > MOST_LEVELS) {
            throw new UnreadableException("Cannot read Zarr store " + store.root()
                    + ": found groups inside groups down to "
                    + group + ", expected at most " + MOST_LEVELS + " levels. The folders lead back to themselves;"
                    + " remove the link.");
        }
        for (String name : store.folders(group)) {
            String path = group.isEmpty() ? name : group + "/" + name;
            Optional<byte[]> bytes = store.document(path + "/" + NAME);
            if (bytes.isPresent()) {
                JsonNode node = Json.parse(bytes.get(), path + "/" + NAME, store.root());
                if (!add(path, node)) {
                    addFolders(path, level + 1);
                }
            }
        }
    }

    /** Takes over a node; tells whether it is an array. */
    private boolean add(String path, JsonNode node) throws UnreadableException {
        if (node.path("node_type").asText().equals("array")) {
            nodes.put(path, node);
            return true;
        }
        requireGroup(node, path);
        return false;
    }

    private void requireGroup(JsonNode node, String path) throws UnreadableException {
        String found = "";
        if (node.path("zarr_format").asInt() != 3) {
            found = "zarr_format " + node.path("zarr_format") + ", expected 3";
        } else if (node.path("node_type").asText().equals("array")) {
            found = "a single array, expected a group; name the folder of the group that holds it";
        } else if (!node.path("node_type").asText().equals("group")) {
            found = "node_type " + node.path("node_type") + ", expected \"group\" or \"array\"";
        }
        found = found.isEmpty() ? unknownField(node, FIELDS) : found;
        if (!found.isEmpty()) {
            throw new UnreadableException("Cannot read " + (path.isEmpty() ? "" : path + "/") + NAME + " of Zarr store "
                    + store.root() + ": found " + found + ".");
        }
    }

    /**
     * Reads the document of one array.
     *
     * @throws IllegalArgumentException where it is not one that can be read
     */
    public static StoredArray array(JsonNode json, String path) {
        return ArrayNode.parse(json, path);
    }

    /** Returns what must be understood and is not, or an empty text (core specification, "Extension points"). */
    static String unknownField(JsonNode node, Set<String> known) {
        Iterator<Map.Entry<String, JsonNode>> fields = node.fields();
        while (fields.hasNext()) {
            Map.Entry<String, JsonNode> field = fields.next();
            JsonNode mark = field.getValue().path("must_understand");
            if (!known.contains(field.getKey()) && !(mark.isBoolean() && !mark.booleanValue())) {
                return "the extension \"" + field.getKey() + "\" that a reader must understand, expected none but "
                        + "those of Zarr 3.1";
            }
        }
        return "";
    }

    private StoredGroup group(Attributes attributes) throws UnreadableException {
        List<StoredArray> arrays = new ArrayList<>();
        List<UnreadableArray> unreadable = new ArrayList<>();
        for (Map.Entry<String, JsonNode> node : nodes.entrySet()) {
            try {
                arrays.add(ArrayNode.parse(node.getValue(), node.getKey()));
            } catch (IllegalArgumentException unknown) {
                unreadable.add(ArrayNode.unreadable(node.getValue(), node.getKey(), store.root(), unknown));
            }
        }
        return new StoredGroup(attributes, arrays, unreadable);
    }
}
