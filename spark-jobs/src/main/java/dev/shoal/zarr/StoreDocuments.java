package dev.shoal.zarr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shoal.netcdf.UnreadableException;
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
import java.util.TreeMap;

/**
 * The documents of a store by their keys, read from {@code .zmetadata} or one by one.
 *
 * @param byKey such as {@code sst/.zarray}; sorted
 */
record StoreDocuments(NavigableMap<String, JsonNode> byKey) {

    /** Name of the document that holds all the others. */
    static final String CONSOLIDATED = ".zmetadata";

    private static final String FORMAT = "zarr_consolidated_format";

    /** Folders deeper than this are taken for a loop. */
    private static final int MOST_LEVELS = 64;

    /** Reads the consolidated documents of a store, or returns nothing where there are none. */
    static Optional<StoreDocuments> consolidated(StoreObjects store) throws IOException {
        Optional<JsonNode> document = document(store);
        return document.isEmpty() ? Optional.empty() : Optional.of(consolidated(document.get(), store.root()));
    }

    /** Reads the document that holds all the others, or returns nothing where there is none. */
    static Optional<JsonNode> document(StoreObjects store) throws IOException {
        Optional<byte[]> bytes = store.document(CONSOLIDATED);
        return bytes.isEmpty() ? Optional.empty() : Optional.of(Json.parse(bytes.get(), CONSOLIDATED, store.root()));
    }

    /**
     * Reads the documents of a store folder by folder.
     *
     * @throws UnreadableException where there is no Zarr v2 group
     */
    static StoreDocuments walked(StoreObjects store) throws IOException {
        if (store.document(GroupDocument.NAME).isEmpty()) {
            throw notAGroup(store);
        }
        return below(store);
    }

    /** Reads the documents of a folder that is known to be a store, or to become one. */
    static StoreDocuments below(StoreObjects store) throws IOException {
        StoreDocuments documents = new StoreDocuments(new TreeMap<>());
        documents.add(store, GroupDocument.NAME);
        documents.add(store, AttributesDocument.NAME);
        documents.addFolders(store, "");
        return documents;
    }

    /** Reads the documents that one holds. */
    static StoreDocuments consolidated(JsonNode json, String root) throws UnreadableException {
        if (json.path(FORMAT).asInt() != 1 || !json.path("metadata").isObject()) {
            throw new UnreadableException("Cannot read " + CONSOLIDATED + " of Zarr store " + root + ": " + FORMAT
                    + " is " + json.path(FORMAT)
                    + ", expected 1 with an object \"metadata\". Consolidate the store again.");
        }
        NavigableMap<String, JsonNode> byKey = new TreeMap<>();
        Iterator<Map.Entry<String, JsonNode>> fields = json.path("metadata").fields();
        while (fields.hasNext()) {
            Map.Entry<String, JsonNode> field = fields.next();
            byKey.put(field.getKey(), field.getValue());
        }
        return new StoreDocuments(byKey);
    }

    /** Returns the error of a folder that is no group. */
    static UnreadableException notAGroup(StoreObjects store) throws IOException {
        String found = "it has none of .zmetadata, zarr.json and .zgroup";
        String remedy = "Name the folder of a Zarr group.";
        if (store.document(ArrayDocument.NAME).isPresent()) {
            found = "it is a single array";
            remedy = "Name the folder of the group that holds it.";
        }
        return new UnreadableException(
                "Cannot read Zarr store " + store.root() + ": " + found + ", expected a Zarr group. " + remedy);
    }

    private void addFolders(StoreObjects store, String group) throws IOException {
        if (group.chars().filter(letter -> letter == '/').count() > MOST_LEVELS) {
            throw new UnreadableException("Cannot read Zarr store " + store.root()
                    + ": found groups inside groups down to "
                    + group + ", expected at most " + MOST_LEVELS + " levels. The folders lead back to themselves;"
                    + " remove the link.");
        }
        for (String name : store.folders(group)) {
            String path = group.isEmpty() ? name : group + "/" + name;
            if (add(store, path + "/" + ArrayDocument.NAME)) {
                add(store, path + "/" + AttributesDocument.NAME);
            } else if (add(store, path + "/" + GroupDocument.NAME)) {
                add(store, path + "/" + AttributesDocument.NAME);
                addFolders(store, path);
            }
        }
    }

    private boolean add(StoreObjects store, String key) throws IOException {
        Optional<byte[]> bytes = store.document(key);
        if (bytes.isPresent()) {
            byKey.put(key, Json.parse(bytes.get(), key, store.root()));
        }
        return bytes.isPresent();
    }

    /** Reads the documents of these arrays, of the groups above them and of the root. */
    static StoreDocuments of(StoreObjects store, List<String> arrays) throws IOException {
        StoreDocuments documents = new StoreDocuments(new TreeMap<>());
        documents.add(store, GroupDocument.NAME);
        documents.add(store, AttributesDocument.NAME);
        for (String array : arrays) {
            documents.add(store, array + "/" + ArrayDocument.NAME);
            documents.add(store, array + "/" + AttributesDocument.NAME);
            for (int end = array.indexOf('/'); end > 0; end = array.indexOf('/', end + 1)) {
                documents.add(store, array.substring(0, end) + "/" + GroupDocument.NAME);
                documents.add(store, array.substring(0, end) + "/" + AttributesDocument.NAME);
            }
        }
        return documents;
    }

    /** Returns the bytes of the document that holds all the others. */
    byte[] bytes() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.putObject("metadata").setAll(byKey);
        json.put(FORMAT, 1);
        return Json.bytes(json);
    }

    /** Returns the attributes of a folder; none where it has no document of them. */
    AttributesDocument attributes(String path) {
        JsonNode json = byKey.get(path.isEmpty() ? AttributesDocument.NAME : path + "/" + AttributesDocument.NAME);
        return new AttributesDocument(json == null ? JsonNodeFactory.instance.objectNode() : json);
    }

    /** Returns the store as reading knows it. */
    StoredGroup group(String root) throws UnreadableException {
        List<StoredArray> arrays = new ArrayList<>();
        List<UnreadableArray> unreadable = new ArrayList<>();
        for (String path : arrays()) {
            try {
                arrays.add(StoredDocument.parse(header(path), path, attributes(path)));
            } catch (IllegalArgumentException unknown) {
                unreadable.add(StoredDocument.unreadable(header(path), path, attributes(path), root, unknown));
            }
        }
        return new StoredGroup(attributes("").attributes(), arrays, unreadable);
    }

    /** Returns the paths of all arrays. */
    List<String> arrays() {
        List<String> paths = new ArrayList<>();
        for (String key : byKey.keySet()) {
            if (key.endsWith("/" + ArrayDocument.NAME)) {
                paths.add(key.substring(0, key.length() - ArrayDocument.NAME.length() - 1));
            }
        }
        return paths;
    }

    /** Returns the header of an array. */
    JsonNode header(String path) {
        return byKey.getOrDefault(path + "/" + ArrayDocument.NAME, JsonNodeFactory.instance.objectNode());
    }
}
