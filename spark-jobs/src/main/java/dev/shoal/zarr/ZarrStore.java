package dev.shoal.zarr;

import dev.shoal.netcdf.ArrayBlock;
import dev.shoal.netcdf.Attributes;
import dev.shoal.netcdf.UnreadableException;
import dev.shoal.plan.Window;
import dev.shoal.zarr.array.UnreadableArray;
import dev.shoal.zarr.array.WritableObjects;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;

/**
 * A Zarr store of version 2 or 3 that is written: its arrays, and the reading and writing of what one object holds, a
 * whole chunk or a whole shard. Stores of every kind are read through {@link ZarrFile}.
 *
 * <p>Safe for use by several threads; several processes may write different chunks at a time.
 *
 * <p>What readers see: those of consolidated documents (xarray, zarr-python 3, zarrita and Shoal where there are some)
 * see what {@link #consolidate} put last. A new store is no store for any reader before that, also for those who walk
 * through folders, since the root has no {@code zarr.json} and no {@code .zgroup}. Who opens an array by its own path
 * sees its header as it is.
 *
 * <p>So a store is made by {@link #create}, then the chunks, then {@link #consolidate}. It is made longer by chunks
 * first, written to a store that {@link #of} makes of {@link ZarrArray#withShape longer arrays}, which asks and changes
 * nothing; then {@link #resize} for each array, then {@link #consolidate}. No reader ever sees an array that is longer
 * than its chunks; one who walks through folders may, between two resizes, see one array longer than another. A chunk
 * that held the old end is replaced by one put, and the cells behind that end are seen by nobody before. A reader that
 * holds a shard open while it is replaced goes on with the old one on disks; on object stores it may look into the new
 * one at places of the old, where compressed chunks come out as damage and plain ones as values of another place: give
 * shards that are replaced under readers a codec with crc32c at its end.
 */
public final class ZarrStore {

    private final WritableObjects store;
    private final ZarrFormat format;
    private final Attributes attributes;
    private final Map<String, ZarrArray> arrays;
    private final List<UnreadableArray> unreadable;
    private final EmptyChunks emptyChunks;

    private ZarrStore(
            WritableObjects store,
            ZarrFormat format,
            Attributes attributes,
            Map<String, ZarrArray> arrays,
            List<UnreadableArray> unreadable,
            EmptyChunks emptyChunks) {
        this.store = store;
        this.format = format;
        this.attributes = attributes;
        this.arrays = arrays;
        this.unreadable = unreadable;
        this.emptyChunks = emptyChunks;
    }

    /**
     * Opens a store: by its consolidated documents where there are, else folder by folder.
     *
     * @throws UnreadableException where there is no Zarr group, or a document is damaged; an array that cannot be read
     *     does not stop the others, see {@link #unreadable}
     * @throws IOException where the storage fails
     */
    public static ZarrStore open(String root, Configuration conf) throws IOException {
        return open(new HadoopStore(root, conf));
    }

    /** Opens what is a store already, as {@link #open(String, Configuration)}. */
    public static ZarrStore open(WritableObjects store) throws IOException {
        for (ZarrFormat format : ZarrFormat.values()) {
            Optional<StoreLayout.Contents> contents = format.layout().read(store);
            if (contents.isPresent()) {
                return new ZarrStore(store, contents.get());
            }
        }
        throw StoreDocuments.notAGroup(store);
    }

    /**
     * Opens a store folder by folder, whatever its consolidated documents say: for putting those anew. A folder that is
     * consolidated in version 2 is opened as that.
     *
     * @throws UnreadableException where no folder shows a Zarr group, or a document in one is damaged
     */
    public static ZarrStore openFolders(String root, Configuration conf) throws IOException {
        return open(Unconsolidated.of(new HadoopStore(root, conf)));
    }

    private ZarrStore(WritableObjects store, StoreLayout.Contents contents) {
        this(
                store,
                contents.format(),
                contents.attributes(),
                contents.arrays(),
                contents.unreadable(),
                EmptyChunks.LEAVE_OUT);
    }

    /**
     * Makes a store ready for chunks: groups, headers and attributes, but nothing consolidated. Arrays that are there
     * already with the same header, in their own folder and in what is consolidated, keep their chunks, and arrays not
     * named here stay; so a run that was stopped goes on.
     *
     * @param attributes of the root group
     * @param arrays paths all different, all of one version, codecs that can be written; without any, what is there
     *     goes on, and else a store of v2 begins
     * @throws FileAlreadyExistsException where an array is there with another header, or a store of another version;
     *     nothing has been written
     * @throws IOException where the storage fails; what was written stays, and the same call goes on from there
     */
    public static ZarrStore create(String root, Configuration conf, Attributes attributes, List<ZarrArray> arrays)
            throws IOException {
        return create(new HadoopStore(root, conf), attributes, arrays);
    }

    /** Makes a store ready for chunks, as {@link #create(String, Configuration, Attributes, List)}. */
    public static ZarrStore create(WritableObjects store, Attributes attributes, List<ZarrArray> arrays)
            throws IOException {
        ZarrFormat format = format(arrays);
        StoreLayout.Contents existing = existing(store, format, arrays.isEmpty());
        Map<String, ZarrArray> all = new LinkedHashMap<>(existing.arrays());
        StoreLayout layout = existing.format().layout();
        Set<String> there = new HashSet<>();
        for (ZarrArray array : arrays) {
            NewArrays.requireWritable(array, arrays, store.root());
            NewArrays.requireSame(array, all, existing.unreadable(), store.root());
            if (NewArrays.isThere(array, layout, store)) {
                there.add(array.path());
            }
        }
        layout.begin(store, attributes);
        for (ZarrArray array : arrays) {
            layout.put(store, array, there.contains(array.path()));
            all.put(array.path(), array);
        }
        return new ZarrStore(store, existing.format(), attributes, all, existing.unreadable(), EmptyChunks.LEAVE_OUT);
    }

    private static ZarrFormat format(List<ZarrArray> arrays) {
        return arrays.stream().map(ZarrArray::format).findFirst().orElse(ZarrFormat.V2);
    }

    /** Returns what is there already; nothing of another version may be there but with no array to add. */
    private static StoreLayout.Contents existing(WritableObjects store, ZarrFormat format, boolean any)
            throws IOException {
        for (ZarrFormat known : ZarrFormat.values()) {
            Optional<StoreLayout.Contents> contents = known.layout().read(store);
            if (contents.isPresent() && (any || known == format)) {
                return contents.get();
            }
            if (contents.isPresent()) {
                throw new FileAlreadyExistsException(
                        "Cannot create arrays of Zarr v" + format.number() + " in Zarr store "
                                + store.root() + ": it is of Zarr v" + known.number()
                                + ". Ask for that version, delete the store, or name another root.");
            }
        }
        return new StoreLayout.Contents(format, Attributes.NONE, Map.of(), List.of());
    }

    /**
     * Names a store whose arrays are known, asking nothing of the storage: for the tasks that write its chunks.
     *
     * @param attributes of the root group
     * @param arrays as {@link #create} or {@link #open} gave them
     */
    public static ZarrStore of(String root, Configuration conf, Attributes attributes, List<ZarrArray> arrays)
            throws IOException {
        return of(new HadoopStore(root, conf), attributes, arrays);
    }

    /** Names a store whose arrays are known, as {@link #of(String, Configuration, Attributes, List)}. */
    public static ZarrStore of(WritableObjects store, Attributes attributes, List<ZarrArray> arrays) {
        Map<String, ZarrArray> all = new LinkedHashMap<>();
        arrays.forEach(array -> all.put(array.path(), array));
        return new ZarrStore(store, format(arrays), attributes, all, List.of(), EmptyChunks.LEAVE_OUT);
    }

    /** Returns the same store with another rule for chunks of nothing but the fill value. */
    public ZarrStore withEmptyChunks(EmptyChunks rule) {
        return new ZarrStore(store, format, attributes, arrays, unreadable, rule);
    }

    /** Returns the whole path of the store's folder. */
    public String root() {
        return store.root();
    }

    /** Returns the store's objects. */
    public WritableObjects objects() {
        return store;
    }

    /** Returns the version of the store. */
    public ZarrFormat format() {
        return format;
    }

    /** Returns the attributes of the root group. */
    public Attributes attributes() {
        return attributes;
    }

    /** Returns the arrays that can be read and written, by path. */
    public List<ZarrArray> arrays() {
        return new ArrayList<>(arrays.values());
    }

    /** Returns the arrays that cannot be read and written here, by path, with the reasons. */
    public List<UnreadableArray> unreadable() {
        return unreadable;
    }

    /** Returns the array of this path, or nothing where there is none that can be read. */
    public Optional<ZarrArray> array(String path) {
        return Optional.ofNullable(arrays.get(path));
    }

    /**
     * Writes one chunk; for many take one {@link #writer}.
     *
     * @see ChunkWriter#write
     */
    public void writeChunk(ZarrArray array, long[] chunkIndex, Object values) throws IOException {
        try (ChunkWriter writer = writer()) {
            writer.write(array, chunkIndex, values);
        }
    }

    /** Returns a writer that uses its memory again from chunk to chunk; one for each task. */
    public ChunkWriter writer() {
        return new ChunkWriter(store, emptyChunks);
    }

    /**
     * Reads a box of an array, decoding the chunks it touches; for many small boxes take one {@link #reader}.
     *
     * @see ChunkReader
     */
    public ArrayBlock read(ZarrArray array, Window window) throws IOException {
        return reader().read(array, window);
    }

    /** Returns a reader that keeps the chunk it decoded last; one for each task. */
    public ChunkReader reader() {
        return new ChunkReader(store);
    }

    /**
     * Makes an array longer; its chunks stay, new cells read as the fill value. Readers of consolidated documents see
     * it after {@link #consolidate}.
     *
     * @param shape no axis shorter than before
     * @return this store with the changed array
     * @throws IOException where the storage fails; the array is as it was before
     */
    public ZarrStore resize(String path, long... shape) throws IOException {
        ZarrArray before = array(path)
                .orElseThrow(() -> new IllegalArgumentException(
                        "Cannot resize array " + path + " of Zarr store " + root() + ": there is no such array."));
        ZarrArray after = before.withShape(shape);
        if (!Window.whole(shape).contains(Window.whole(before.shape()))) {
            throw new IllegalArgumentException("Cannot resize array " + path + " of Zarr store " + root() + " to "
                    + Arrays.toString(shape) + ": it is longer, " + Arrays.toString(before.shape())
                    + ". Arrays only grow.");
        }
        format.layout().putShape(store, after);
        Map<String, ZarrArray> changed = new LinkedHashMap<>(arrays);
        changed.put(path, after);
        return new ZarrStore(store, format, attributes, changed, unreadable, emptyChunks);
    }

    /**
     * Gives the chunks of an array other keys, under which they must lie already; those under the old keys stay for
     * readers that know no other. Readers of consolidated documents see it after {@link #consolidate}.
     *
     * @param separator {@code .} or {@code /}
     * @return this store with the changed array
     * @throws IOException where the storage fails; the array is as it was before
     */
    public ZarrStore separate(String path, String separator) throws IOException {
        ZarrArray after = array(path)
                .orElseThrow(() -> new IllegalArgumentException(
                        "Cannot separate array " + path + " of Zarr store " + root() + ": there is no such array."))
                .withSeparator(separator);
        format.layout().putShape(store, after);
        Map<String, ZarrArray> changed = new LinkedHashMap<>(arrays);
        changed.put(path, after);
        return new ZarrStore(store, format, attributes, changed, unreadable, emptyChunks);
    }

    /**
     * Gives a group below the root attributes, making it where it is not there; to be called between {@link #create}
     * and {@link #consolidate}. The root, whose path is empty, keeps what it has.
     *
     * @throws IOException where the storage fails; the same call goes on from there
     */
    public void putGroup(String path, Attributes given) throws IOException {
        if (!path.isEmpty()) {
            format.layout().putGroup(store, path, given);
        }
    }

    /**
     * Compares the headers in the arrays' own folders with those that are consolidated.
     *
     * @return a sentence for each that is missing there, cannot be read, or is another
     * @throws IOException where the storage fails
     */
    public List<String> headerProblems() throws IOException {
        List<String> problems = new ArrayList<>();
        for (ZarrArray array : arrays.values()) {
            NewArrays.headerProblem(array, format.layout(), store).ifPresent(problems::add);
        }
        return problems;
    }

    /**
     * Writes {@code .zmetadata}, or the root's {@code zarr.json}, from the documents that lie in the store: the last
     * act of a writer, and what makes its work visible. Equal documents give equal bytes.
     *
     * @throws IOException where the storage fails; readers see what they saw before
     */
    public void consolidate() throws IOException {
        List<String> paths = new ArrayList<>(arrays.keySet());
        unreadable.forEach(array -> paths.add(array.path()));
        format.layout().consolidate(store, paths);
    }
}
