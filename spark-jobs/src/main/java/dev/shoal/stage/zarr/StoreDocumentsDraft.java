package dev.shoal.stage.zarr;

import dev.shoal.netcdf.Attribute;
import dev.shoal.netcdf.Attributes;
import dev.shoal.zarr.HadoopStore;
import dev.shoal.zarr.ZarrArray;
import dev.shoal.zarr.ZarrStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;

/**
 * The documents of a store as they are to be, made beside those that readers see.
 *
 * @param root of the store
 * @param conf of its file system
 * @param further attributes of the store
 */
record StoreDocumentsDraft(String root, Configuration conf, Map<String, String> further) {

    private static final List<String> NAMES = List.of(".zgroup", ".zattrs", ".zarray", "zarr.json");

    /**
     * Drafts the documents of the store with its arrays as long as the work makes them and with those that are new. All
     * of the root are in the draft, because they may be taken away meanwhile; where arrays do no more than grow, of the
     * others those that change, else all.
     *
     * @param draft root of the folder where they are put
     */
    void write(StoreWork work, String draft) throws IOException {
        HadoopStore from = new HadoopStore(root, conf);
        HadoopStore to = new HadoopStore(draft, conf);
        to.delete("");
        Set<String> folders = folders();
        if (further.isEmpty() && work.arrays().stream().noneMatch(TargetArray::isNew)) {
            copy("", from, to);
            grow(ZarrStore.open(new DraftObjects(from, to, folders)), work);
            return;
        }
        for (String folder : folders) {
            copy(folder, from, to);
        }
        grow(ZarrStore.open(to), work);
    }

    private static void copy(String folder, HadoopStore from, HadoopStore to) throws IOException {
        for (String name : NAMES) {
            String key = folder.isEmpty() ? name : folder + "/" + name;
            Optional<byte[]> bytes = from.read(key);
            if (bytes.isPresent()) {
                to.put(key, bytes.get());
            }
        }
    }

    /**
     * Makes the arrays of a store as long as the work makes them, adds those that are new and attributes, and
     * consolidates.
     */
    void grow(ZarrStore before, StoreWork work) throws IOException {
        ZarrStore store = before;
        List<ZarrArray> added = work.arrays().stream()
                .filter(TargetArray::isNew)
                .map(TargetArray::array)
                .toList();
        Attributes attributes = together(store.attributes());
        if (!added.isEmpty() || !attributes.equals(store.attributes())) {
            store = ZarrStore.create(store.objects(), attributes, added);
        }
        for (TargetArray target : work.arrays()) {
            ZarrArray array = target.array();
            if (!target.isNew()) {
                store = store.resize(array.path(), array.shape());
            }
            if (target.isApart()) {
                store = store.separate(array.path(), array.separator());
            }
        }
        store.consolidate();
    }

    private Attributes together(Attributes before) {
        Map<String, Attribute> all = new LinkedHashMap<>();
        before.list().forEach(attribute -> all.put(attribute.name(), attribute));
        further.forEach((name, text) -> all.put(name, Attribute.of(name, text)));
        return new Attributes(new ArrayList<>(all.values()));
    }

    private Set<String> folders() throws IOException {
        ZarrStore store = ZarrStore.open(root, conf);
        Set<String> folders = new LinkedHashSet<>();
        folders.add("");
        store.arrays().forEach(array -> addWithParents(array.path(), folders));
        store.unreadable().forEach(array -> addWithParents(array.path(), folders));
        return folders;
    }

    private static void addWithParents(String path, Set<String> folders) {
        for (int end = path.indexOf('/'); end >= 0; end = path.indexOf('/', end + 1)) {
            folders.add(path.substring(0, end));
        }
        folders.add(path);
    }
}
