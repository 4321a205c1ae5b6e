package dev.shoal.zarr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shoal.netcdf.Attributes;
import dev.shoal.zarr.array.Json;
import dev.shoal.zarr.array.UnreadableArray;
import dev.shoal.zarr.array.WritableObjects;
import dev.shoal.zarr.v3.NodeDocuments;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Stores of version 2.
 *
 * <p>The root's {@code .zgroup} is what makes a folder a store for those who walk through it, and {@code .zmetadata}
 * for all others; so both are put by {@link #consolidate} alone, and a new store is known before by {@value #DRAFT},
 * which no reader looks for.
 */
final class LayoutOfV2 implements StoreLayout {

    /** Name of the document that the root group has until it is shown to readers. */
    static final String DRAFT = ".zgroup-unpublished";

    /** A store that is consolidated in v2 is read so, whatever else lies there. */
    @Override
    public Optional<Contents> read(WritableObjects store) throws IOException {
        Optional<StoreDocuments> consolidated = StoreDocuments.consolidated(store);
        if (consolidated.isPresent()) {
            return Optional.of(contents(consolidated.get(), store.root()));
        }
        boolean other = store.document(NodeDocuments.NAME).isPresent();
        boolean shown = store.document(GroupDocument.NAME).isPresent();
        return other || (!shown && store.document(DRAFT).isEmpty())
                ? Optional.empty()
                : Optional.of(contents(StoreDocuments.below(store), store.root()));
    }

    @Override
    public Optional<ZarrArray> header(WritableObjects store, String path) throws IOException {
        String key = path + "/" + ArrayDocument.NAME;
        Optional<byte[]> header = store.document(key);
        if (header.isEmpty()) {
            return Optional.empty();
        }
        JsonNode json = Json.parse(header.get(), key, store.root());
        return Optional.of(
                ArrayDocument.parse(json, path, new AttributesDocument(JsonNodeFactory.instance.objectNode())));
    }

    private static Contents contents(StoreDocuments documents, String root) throws IOException {
        Map<String, ZarrArray> arrays = new LinkedHashMap<>();
        List<UnreadableArray> unreadable = new ArrayList<>();
        for (String path : documents.arrays()) {
            AttributesDocument names = documents.attributes(path);
            try {
                arrays.put(path, ArrayDocument.parse(documents.header(path), path, names));
            } catch (IllegalArgumentException unknown) {
                unreadable.add(StoredDocument.unreadable(documents.header(path), path, names, root, unknown));
            }
        }
        return new Contents(ZarrFormat.V2, documents.attributes("").attributes(), arrays, unreadable);
    }

    /** Repositories hold no other version than v3. */
    private static HadoopStore folder(WritableObjects store) {
        if (store instanceof HadoopStore folder) {
            return folder;
        }
        throw new UnsupportedOperationException(
                "Cannot write Zarr v2 to " + store.root() + ": it holds Zarr v3 alone, expected a folder. Ask for v3.");
    }

    @Override
    public void begin(WritableObjects objects, Attributes attributes) throws IOException {
        HadoopStore store = folder(objects);
        if (store.document(GroupDocument.NAME).isEmpty()
                && store.document(DRAFT).isEmpty()) {
            store.put(DRAFT, GroupDocument.bytes());
        }
        GroupDocument.putAttributes(store, attributes);
    }

    @Override
    public void putGroup(WritableObjects store, String path, Attributes attributes) throws IOException {
        GroupDocument.put(store, path);
        store.put(path + "/" + AttributesDocument.NAME, Json.bytes(AttributesDocument.json(attributes)));
    }

    @Override
    public void put(WritableObjects store, ZarrArray array, boolean there) throws IOException {
        GroupDocument.put(store, array.group());
        ArrayDocument.put(store, array, there);
    }

    @Override
    public void putShape(WritableObjects store, ZarrArray array) throws IOException {
        String key = array.path() + "/" + ArrayDocument.NAME;
        Optional<byte[]> there = store.document(key);
        if (there.isEmpty()) {
            store.put(key, ArrayDocument.bytes(array));
            return;
        }
        ObjectNode json = (ObjectNode) Json.parse(there.get(), key, store.root());
        json.set("shape", NodeDocument.lengths(array.shape()));
        if (!json.path(ArrayDocument.SEPARATOR).asText(".").equals(array.separator())) {
            json.put(ArrayDocument.SEPARATOR, array.separator());
        }
        store.put(key, Json.bytes(json));
    }

    @Override
    public void consolidate(WritableObjects store, List<String> arrays) throws IOException {
        if (store.document(GroupDocument.NAME).isEmpty()) {
            store.put(GroupDocument.NAME, GroupDocument.bytes());
        }
        store.put(StoreDocuments.CONSOLIDATED, StoreDocuments.of(store, arrays).bytes());
        if (store.document(DRAFT).isPresent()) {
            store.delete(DRAFT);
        }
    }
}
