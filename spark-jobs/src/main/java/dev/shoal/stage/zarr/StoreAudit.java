package dev.shoal.stage.zarr;

import dev.shoal.plan.ChunkGrid;
import dev.shoal.zarr.HadoopStore;
import dev.shoal.zarr.ZarrArray;
import dev.shoal.zarr.ZarrFormat;
import dev.shoal.zarr.ZarrStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/**
 * What lies in the folder of a store, set against what its documents say; no chunk is read. Holds counts and a few
 * names whatever the number of objects.
 */
final class StoreAudit {

    private static final Set<String> DOCUMENTS = Set.of(
            ".zarray", ".zattrs", ".zgroup", ".zmetadata", "zarr.json", ".zgroup-unpublished", "unpublished.json");
    private static final Set<String> HEADERS = Set.of(".zarray", "zarr.json");

    /** So many names are told of. */
    private static final int MOST_TOLD = 5;

    private final ZarrStore store;
    private final String root;
    private final Configuration conf;
    private final Map<String, ZarrArray> arrays = new HashMap<>();
    private final Set<String> known = new HashSet<>();
    private final Map<String, Long> objects = new HashMap<>();
    private final List<String> foreign = new ArrayList<>();
    private final List<String> unknown = new ArrayList<>();
    private long foreigners;

    private StoreAudit(ZarrStore store, Configuration conf) {
        this.store = store;
        this.root = store.root();
        this.conf = conf;
        store.arrays().forEach(array -> arrays.put(array.path(), array));
        arrays.keySet().forEach(this::addWithGroups);
        store.unreadable().forEach(array -> addWithGroups(array.path()));
    }

    private void addWithGroups(String path) {
        known.add(path);
        for (int end = path.indexOf('/'); end >= 0; end = path.indexOf('/', end + 1)) {
            known.add(path.substring(0, end));
        }
    }

    /** Looks through the folder of a store. */
    static StoreAudit of(String root, Configuration conf) throws IOException {
        StoreAudit audit = new StoreAudit(ZarrStore.open(root, conf), conf);
        Path folder = new Path(audit.root);
        FileSystem system = folder.getFileSystem(conf);
        int prefix = system.makeQualified(folder).toUri().getPath().length() + 1;
        RemoteIterator<LocatedFileStatus> files = system.listFiles(folder, true);
        while (files.hasNext()) {
            audit.take(files.next().getPath().toUri().getPath().substring(prefix));
        }
        return audit;
    }

    private void take(String key) {
        String name = key.substring(key.lastIndexOf('/') + 1);
        String folder = key.substring(0, Math.max(0, key.lastIndexOf('/')));
        if (key.startsWith(StoreJournal.FOLDER) || name.endsWith(".part")) {
            return;
        }
        if (DOCUMENTS.contains(name)) {
            if (HEADERS.contains(name) && !folder.isEmpty() && !known.contains(folder)) {
                unknown.add(folder);
            }
            return;
        }
        String owner = owner(folder);
        ZarrArray array = arrays.get(owner);
        String rest = owner.isEmpty() ? key : key.substring(owner.length() + 1);
        boolean chunk = isChunk(rest);
        if (array != null && chunk && !SweepJob.isLitter(array, rest)) {
            objects.merge(owner, 1L, Long::sum);
        } else if (owner.isEmpty() || !chunk) {
            foreigners++;
            if (foreign.size() < MOST_TOLD) {
                foreign.add(key);
            }
        }
    }

    private static boolean isChunk(String key) {
        return key.matches("(c[./])?[0-9]+([./][0-9]+)*|c");
    }

    /** Returns the path of the array or unreadable array whose folder holds an object; empty where there is none. */
    private String owner(String folder) {
        String path = folder;
        while (!path.isEmpty() && !arrays.containsKey(path)) {
            if (store.unreadable().stream().map(array -> array.path()).anyMatch(path::equals)) {
                return path;
            }
            path = path.substring(0, Math.max(0, path.lastIndexOf('/')));
        }
        return path;
    }

    /** Returns the arrays that chunks can be counted of, by path. */
    Map<String, ZarrArray> arrays() {
        return arrays;
    }

    /** Returns the objects of an array that hold chunks of it. */
    long objects(String path) {
        return objects.getOrDefault(path, 0L);
    }

    /** Returns a sentence for everything that does not fit. */
    List<String> problems() throws IOException {
        List<String> problems = new ArrayList<>(store.headerProblems());
        boolean own = isOwn();
        if (own
                && store.format() == ZarrFormat.V2
                && objects().read(".zmetadata").isEmpty()) {
            problems.add("Missing: .zmetadata of " + root
                    + "; readers look into every folder. Write it with 'shoal zarr" + " consolidate'.");
        }
        for (String path : unknown) {
            problems.add("Not shown: array or group " + path + " lies in " + root + ", but its documents do not name"
                    + " it. Finish what was writing it, 'shoal zarr consolidate', or delete it.");
        }
        if (foreigners > 0) {
            problems.add("Foreign: " + foreigners + " objects of " + root + " are no chunk and no document, such as "
                    + String.join(", ", foreign) + ". Delete them if nobody needs them.");
        }
        if (own) {
            arrays.values().forEach(array -> missing(array, problems));
        }
        return problems;
    }

    /** Shoal leaves out chunks of nothing but a declared fill value, no others. */
    private void missing(ZarrArray array, List<String> problems) {
        long expected = array.grid().count();
        long absent = expected - objects(array.path());
        if (absent > 0 && array.fill().number().isEmpty()) {
            problems.add("Missing: " + absent + " of " + expected + (array.sharded() ? " shards" : " chunks")
                    + " of array " + array.path() + " of " + root
                    + ", which has no fill value, so that all were written."
                    + " Readers see noughts there. Put these steps again with 'shoal zarr update'.");
        }
    }

    private boolean isOwn() throws IOException {
        return new StoreJournal(root, conf).done().isPresent()
                || objects().read(RechunkMarker.NAME).isPresent();
    }

    private HadoopStore objects() throws IOException {
        return new HadoopStore(root, conf);
    }

    /** Returns the chunks of an array, those in shards one by one. */
    static long chunks(ZarrArray array) {
        return new ChunkGrid(array.shape(), array.readChunk()).count();
    }
}
