package dev.shoal.zarr;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shoal.netcdf.ByteSource;
import dev.shoal.zarr.array.Json;
import dev.shoal.zarr.array.WritableObjects;
import dev.shoal.zarr.v3.NodeDocuments;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * A store as those see it who pass over what is consolidated. What is put goes into the store.
 *
 * @param store with its consolidated documents
 * @param isOfV2 whether a document of version 3 that lies beside those of version 2 is passed over too
 */
record Unconsolidated(WritableObjects store, boolean isOfV2) implements WritableObjects {

    private static final String OF_V3 = "consolidated_metadata";

    /** Shows a store; one that is consolidated in version 2 is of that version, whatever else lies there. */
    static Unconsolidated of(WritableObjects store) throws IOException {
        return new Unconsolidated(
                store, store.document(StoreDocuments.CONSOLIDATED).isPresent());
    }

    @Override
    public String root() {
        return store.root();
    }

    @Override
    public Optional<byte[]> read(String key, long most) throws IOException {
        boolean isRoot = key.equals(NodeDocuments.NAME);
        if (key.equals(StoreDocuments.CONSOLIDATED) || (isRoot && isOfV2)) {
            return Optional.empty();
        }
        Optional<byte[]> bytes = store.read(key, most);
        return isRoot && bytes.isPresent() ? Optional.of(alone(key, bytes.get())) : bytes;
    }

    private byte[] alone(String key, byte[] document) throws IOException {
        if (!(Json.parse(document, key, root()) instanceof ObjectNode json) || json.remove(OF_V3) == null) {
            return document;
        }
        return Json.bytes(json);
    }

    @Override
    public Optional<ByteSource> open(String key) throws IOException {
        return store.open(key);
    }

    @Override
    public List<String> folders(String key) throws IOException {
        return store.folders(key);
    }

    @Override
    public void put(String key, byte[] bytes) throws IOException {
        store.put(key, bytes);
    }

    @Override
    public void delete(String key) throws IOException {
        store.delete(key);
    }

    @Override
    public void close() throws IOException {
        store.close();
    }
}
