package dev.shoal.zarr;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shoal.netcdf.Attributes;
import dev.shoal.zarr.array.Json;
import dev.shoal.zarr.array.WritableObjects;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/** The {@code .zgroup} document and the attributes beside it. */
final class GroupDocument {

    /** Name of the document in its group's folder. */
    static final String NAME = ".zgroup";

    private GroupDocument() {}

    /** Returns the document's bytes. */
    static byte[] bytes() {
        return Json.bytes(JsonNodeFactory.instance.objectNode().put("zarr_format", ZarrFormat.V2.number()));
    }

    /** Makes a group below the root and those above it, or leaves them as they are. */
    static void put(WritableObjects store, String path) throws IOException {
        for (int end = path.indexOf('/'); end != -2; end = end < 0 ? -2 : path.indexOf('/', end + 1)) {
            String group = end < 0 ? path : path.substring(0, end);
            String key = group + "/" + NAME;
            if (!group.isEmpty() && store.document(key).isEmpty()) {
                store.put(key, bytes());
            }
        }
    }

    /** Gives the root these attributes, unless it has them. */
    static void putAttributes(WritableObjects store, Attributes attributes) throws IOException {
        ObjectNode json = AttributesDocument.json(attributes);
        if (!sameAsStored(store, AttributesDocument.NAME, json)) {
            store.put(AttributesDocument.NAME, Json.bytes(json));
        }
    }

    /** Tells whether the store holds this very document, however it is laid out. */
    static boolean sameAsStored(WritableObjects store, String key, ObjectNode json) throws IOException {
        Optional<byte[]> stored = store.document(key);
        return stored.isPresent()
                && Arrays.equals(Json.bytes(Json.parse(stored.get(), key, store.root())), Json.bytes(json));
    }
}
