package dev.shoal.zarr;

import com.bc.zarr.ZarrGroup;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import dev.shoal.netcdf.Attributes;
import dev.shoal.zarr.array.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The {@code .zgroup} document and the attributes beside it, made by jzarr. */
final class GroupDocument {

    /** Name of the document in its group's folder. */
    static final String NAME = ".zgroup";

    private GroupDocument() {}

    /** Makes the root group, or leaves it as it is; gives it these attributes. */
    static void putRoot(HadoopStore store, Attributes attributes) throws IOException {
        ZarrGroup group = store.read(NAME).isPresent() ? ZarrGroup.open(store) : ZarrGroup.create(store);
        putAttributes(store, group, AttributesDocument.json(attributes));
    }

    /** Makes a group below the root and those above it, or leaves them as they are. */
    static void put(HadoopStore store, String path) throws IOException {
        ZarrGroup root = ZarrGroup.open(store);
        for (int end = path.indexOf('/'); end != -2; end = end < 0 ? -2 : path.indexOf('/', end + 1)) {
            String group = end < 0 ? path : path.substring(0, end);
            if (store.read(group + "/" + NAME).isEmpty()) {
                root.createSubGroup(group);
            }
        }
    }

    /**
     * jzarr writes text in the platform's character set, which may lack its letters; so values are handed over as ASCII
     * JSON, and where a name is not ASCII the document is put past jzarr.
     */
    private static void putAttributes(HadoopStore store, ZarrGroup group, ObjectNode json) throws IOException {
        byte[] bytes = Json.bytes(json);
        if (sameAsStored(store, AttributesDocument.NAME, json)) {
            return;
        }
        Map<String, Object> values = new LinkedHashMap<>();
        Iterator<Map.Entry<String, JsonNode>> fields = json.fields();
        while (fields.hasNext()) {
            Map.Entry<String, JsonNode> field = fields.next();
            values.put(field.getKey(), new RawValue(Json.text(field.getValue())));
        }
        boolean ascii = values.keySet().stream()
                .allMatch(name -> StandardCharsets.US_ASCII.newEncoder().canEncode(name));
        if (ascii && !values.isEmpty()) {
            group.writeAttributes(values);
        } else {
            store.put(AttributesDocument.NAME, bytes);
        }
    }

    /** Tells whether the store holds this very document, however it is laid out. */
    static boolean sameAsStored(HadoopStore store, String key, ObjectNode json) throws IOException {
        Optional<byte[]> stored = store.read(key);
        return stored.isPresent()
                && Arrays.equals(Json.bytes(Json.parse(stored.get(), key, store.root())), Json.bytes(json));
    }
}
