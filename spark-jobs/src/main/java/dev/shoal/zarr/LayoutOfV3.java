package dev.shoal.zarr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shoal.netcdf.Attributes;
import dev.shoal.zarr.array.Json;
import dev.shoal.zarr.array.StoredArray;
import dev.shoal.zarr.array.StoredGroup;
import dev.shoal.zarr.array.UnreadableArray;
import dev.shoal.zarr.array.WritableObjects;
import dev.shoal.zarr.v3.NodeDocuments;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Stores of version 3.
 *
 * <p>The root's {@code zarr.json} is what makes a folder a store, and it holds the consolidated metadata; so it is put
 * by {@link #consolidate} alone, and what is known of the root before lies in {@value #DRAFT}, which no reader looks
 * for.
 */
final class LayoutOfV3 implements StoreLayout {

    /** Name of the document that the root group has until it is shown to readers. */
    static final String DRAFT = "unpublished.json";

    private static final String ATTRIBUTES = "attributes";
    private static final String KEYS = "chunk_key_encoding";
    private static final String CONSOLIDATED = "consolidated_metadata";

    @Override
    public Optional<Contents> read(WritableObjects store) throws IOException {
        Optional<StoredGroup> published = NodeDocuments.read(store);
        Optional<StoredGroup> group = published.isPresent() ? published : NodeDocuments.readFrom(store, DRAFT);
        if (group.isEmpty()) {
            return Optional.empty();
        }
        Map<String, ZarrArray> arrays = new LinkedHashMap<>();
        List<UnreadableArray> unreadable = new ArrayList<>(group.get().unreadable());
        for (StoredArray array : group.get().arrays()) {
            try {
                arrays.put(array.path(), NodeDocument.writable(array));
            } catch (IllegalArgumentException readOnly) {
                unreadable.add(NodeDocument.readOnly(array, store.root(), readOnly));
            }
        }
        return Optional.of(new Contents(ZarrFormat.V3, group.get().attributes(), arrays, unreadable));
    }

    @Override
    public Optional<ZarrArray> header(WritableObjects store, String path) throws IOException {
        Optional<ObjectNode> node = document(store, key(path));
        return node.isEmpty()
                ? Optional.empty()
                : Optional.of(NodeDocument.writable(NodeDocuments.array(node.get(), path)));
    }

    @Override
    public void begin(WritableObjects store, Attributes attributes) throws IOException {
        ObjectNode group = NodeDocument.group(attributes);
        Optional<ObjectNode> there = document(store, NodeDocuments.NAME);
        if (there.isEmpty()
                || !there.get().path(ATTRIBUTES).equals(parsed(group).path(ATTRIBUTES))) {
            putChanged(store, DRAFT, Json.bytes(group));
        }
    }

    /** Numbers of a tree that was made differ from those of one that was read. */
    private static JsonNode parsed(ObjectNode json) throws IOException {
        return Json.parse(Json.bytes(json), NodeDocuments.NAME, "");
    }

    private static Optional<ObjectNode> document(WritableObjects store, String key) throws IOException {
        Optional<byte[]> bytes = store.document(key);
        return bytes.isEmpty()
                ? Optional.empty()
                : Optional.of((ObjectNode) Json.parse(bytes.get(), key, store.root()));
    }

    private static void putChanged(WritableObjects store, String key, byte[] bytes) throws IOException {
        Optional<byte[]> there = store.document(key);
        if (there.isEmpty() || !Arrays.equals(there.get(), bytes)) {
            store.put(key, bytes);
        }
    }

    @Override
    public void put(WritableObjects store, ZarrArray array, boolean there) throws IOException {
        putGroups(store, array.path());
        putChanged(store, key(array.path()), Json.bytes(NodeDocument.of(array)));
    }

    private static void putGroups(WritableObjects store, String below) throws IOException {
        for (String group : groups(below)) {
            if (store.document(key(group)).isEmpty()) {
                store.put(key(group), Json.bytes(NodeDocument.group(Attributes.NONE)));
            }
        }
    }

    private static List<String> groups(String array) {
        List<String> groups = new ArrayList<>();
        for (int end = array.indexOf('/'); end > 0; end = array.indexOf('/', end + 1)) {
            groups.add(array.substring(0, end));
        }
        return groups;
    }

    private static String key(String path) {
        return path + "/" + NodeDocuments.NAME;
    }

    @Override
    public void putGroup(WritableObjects store, String path, Attributes attributes) throws IOException {
        putGroups(store, path);
        putChanged(store, key(path), Json.bytes(NodeDocument.group(attributes)));
    }

    @Override
    public void putShape(WritableObjects store, ZarrArray array) throws IOException {
        ObjectNode json = document(store, key(array.path())).orElseGet(() -> NodeDocument.of(array));
        json.set("shape", NodeDocument.lengths(array.shape()));
        json.set(KEYS, NodeDocument.of(array).path(KEYS));
        store.put(key(array.path()), Json.bytes(json));
    }

    @Override
    public void consolidate(WritableObjects store, List<String> arrays) throws IOException {
        Optional<ObjectNode> draft = document(store, DRAFT);
        ObjectNode root = draft.isPresent()
                ? draft.get()
                : document(store, NodeDocuments.NAME).orElseGet(() -> NodeDocument.group(Attributes.NONE));
        ObjectNode consolidated = JsonNodeFactory.instance.objectNode();
        consolidated.put("kind", "inline");
        consolidated.put("must_understand", false);
        consolidated.putObject("metadata").setAll(nodes(store, arrays));
        root.set(CONSOLIDATED, consolidated);
        store.put(NodeDocuments.NAME, Json.bytes(root));
        if (draft.isPresent()) {
            store.delete(DRAFT);
        }
    }

    private static Map<String, JsonNode> nodes(WritableObjects store, List<String> arrays) throws IOException {
        Map<String, JsonNode> nodes = new TreeMap<>();
        for (String array : arrays) {
            List<String> paths = groups(array);
            paths.add(array);
            for (String path : paths) {
                if (!nodes.containsKey(path)) {
                    document(store, key(path)).ifPresent(node -> {
                        node.remove(CONSOLIDATED);
                        nodes.put(path, node);
                    });
                }
            }
        }
        return nodes;
    }
}
