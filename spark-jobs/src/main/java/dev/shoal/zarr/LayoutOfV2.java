package dev.shoal.zarr;

import dev.shoal.netcdf.Attributes;
import dev.shoal.zarr.array.UnreadableArray;
import dev.shoal.zarr.array.WritableObjects;
import dev.shoal.zarr.v3.NodeDocuments;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Stores of version 2. */
final class LayoutOfV2 implements StoreLayout {

    /** A store that is consolidated in v2 is read so, whatever else lies there. */
    @Override
    public Optional<Contents> read(WritableObjects store) throws IOException {
        Optional<StoreDocuments> consolidated = StoreDocuments.consolidated(store);
        if (consolidated.isPresent()) {
            return Optional.of(contents(consolidated.get(), store.root()));
        }
        boolean other = store.document(NodeDocuments.NAME).isPresent();
        return other || store.document(GroupDocument.NAME).isEmpty()
                ? Optional.empty()
                : Optional.of(contents(StoreDocuments.walked(store), store.root()));
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

    /** Documents of v2 are put through jzarr, which knows folders. */
    private static HadoopStore folder(WritableObjects store) {
        if (store instanceof HadoopStore folder) {
            return folder;
        }
        throw new UnsupportedOperationException(
                "Cannot write Zarr v2 to " + store.root() + ": it holds Zarr v3 alone, expected a folder. Ask for v3.");
    }

    @Override
    public void begin(WritableObjects store, Attributes attributes) throws IOException {
        GroupDocument.putRoot(folder(store), attributes);
    }

    @Override
    public void put(WritableObjects store, ZarrArray array, boolean there) throws IOException {
        GroupDocument.put(folder(store), array.group());
        ArrayDocument.put(folder(store), array, there);
    }

    @Override
    public void putShape(WritableObjects store, ZarrArray array) throws IOException {
        store.put(array.path() + "/" + ArrayDocument.NAME, ArrayDocument.bytes(array));
    }

    @Override
    public void consolidate(WritableObjects store, List<String> arrays) throws IOException {
        store.put(StoreDocuments.CONSOLIDATED, StoreDocuments.of(store, arrays).bytes());
    }
}
