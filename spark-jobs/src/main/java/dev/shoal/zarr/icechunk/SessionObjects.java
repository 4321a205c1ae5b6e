package dev.shoal.zarr.icechunk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shoal.netcdf.ByteSource;
import dev.shoal.zarr.array.Json;
import dev.shoal.zarr.array.ReadRoom;
import dev.shoal.zarr.array.WritableObjects;
import dev.shoal.zarr.v3.NodeDocuments;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;

/**
 * The objects of a Zarr v3 store as a session is about to make them. Documents that are put become edits of the
 * session; bytes of chunks go into the repository, small ones into manifests. What is put as it is there already
 * changes nothing. Not safe for use by several threads.
 */
public final class SessionObjects implements WritableObjects {

    /** Chunks of no more bytes than this lie in manifests, as the format's own library has it. */
    private static final int MOST_INLINE_BYTES = 512;

    private static final String DOCUMENT = "/" + NodeDocuments.NAME;
    private static final String CONSOLIDATED = "consolidated_metadata";

    private final IcechunkSession session;
    private final IcechunkObjects view;

    /** Objects that are neither documents nor chunks: a writer's own, which no commit holds. */
    private final Map<String, byte[]> aside = new HashMap<>();

    /** Shows a session with the nodes that it has. */
    public SessionObjects(IcechunkSession session, Configuration conf) {
        this.session = session;
        this.view = new IcechunkObjects(session.repository(), session.base(), conf);
        session.edits().forEach(edit -> session.node(edit.path()).ifPresent(view::show));
    }

    @Override
    public String root() {
        return view.root();
    }

    private static Optional<String> node(String key) {
        String whole = "/" + key;
        return whole.endsWith(DOCUMENT)
                ? Optional.of(whole.equals(DOCUMENT) ? "/" : whole.substring(0, whole.length() - DOCUMENT.length()))
                : Optional.empty();
    }

    @Override
    public Optional<byte[]> read(String key, long most) throws IOException {
        if (aside.containsKey(key)) {
            return Optional.of(aside.get(key).clone());
        }
        if (node(key).isPresent()) {
            return view.read(key, most);
        }
        List<byte[]> found = new ArrayList<>();
        read(List.of(key), most, new ReadRoom(), (position, bytes) -> found.add(bytes.copy()));
        return found.stream().findFirst();
    }

    @Override
    public void read(List<String> keys, long most, ReadRoom room, Sink sink) throws IOException {
        List<Optional<ChunkRef>> refs = new ArrayList<>();
        for (String key : keys) {
            Optional<IcechunkObjects.Place> place = view.place(key);
            refs.add(place.isEmpty() ? Optional.empty() : find(place.get()));
        }
        view.read(keys, refs, most, sink);
    }

    @Override
    public Optional<ByteSource> open(String key) throws IOException {
        Optional<IcechunkObjects.Place> place = view.place(key);
        return place.isEmpty() ? Optional.empty() : view.open(key, find(place.get()));
    }

    private Optional<ChunkRef> find(IcechunkObjects.Place place) throws IOException {
        NavigableMap<int[], Optional<ChunkRef>> edits =
                session.chunks(place.array().path());
        return edits.containsKey(place.index()) ? edits.get(place.index()) : view.find(place);
    }

    @Override
    public void put(String key, byte[] bytes) throws IOException {
        Optional<String> node = node(key);
        Optional<IcechunkObjects.Place> place = view.place(key);
        if (node.isPresent()) {
            putDocument(node.get(), key, bytes);
        } else if (place.isPresent()) {
            putChunk(place.get(), key, bytes);
        } else {
            aside.put(key, bytes.clone());
        }
    }

    /** Commits have no consolidated documents: they would be out of date after the next. */
    private void putDocument(String path, String key, byte[] bytes) throws IOException {
        ObjectNode json = (ObjectNode) Json.parse(bytes, key, root());
        json.remove(CONSOLIDATED);
        Optional<byte[]> before = view.read(key, MOST_DOCUMENT_BYTES);
        if (before.isEmpty() || !Json.parse(before.get(), key, root()).equals(json)) {
            session.document(path, Json.bytes(json));
            session.node(path).ifPresent(view::show);
        }
    }

    private void putChunk(IcechunkObjects.Place place, String key, byte[] bytes) throws IOException {
        if (!isThere(place, key, bytes)) {
            session.chunk(
                    place.array().path(),
                    place.index(),
                    bytes.length <= MOST_INLINE_BYTES ? new ChunkRef.Inline(bytes.clone()) : session.put(bytes));
        }
    }

    /** Chunks in files outside the repository are replaced even by equal bytes: it is asked to hold them. */
    private boolean isThere(IcechunkObjects.Place place, String key, byte[] bytes) throws IOException {
        Optional<ChunkRef> ref = find(place);
        boolean[] same = new boolean[1];
        boolean comparable = ref.isPresent()
                && (ref.get() instanceof ChunkRef.Inline
                        || (ref.get() instanceof ChunkRef.Native part && part.length() == bytes.length));
        if (comparable) {
            view.read(
                    List.of(key),
                    List.of(ref),
                    Integer.MAX_VALUE,
                    (position, there) -> same[0] = Arrays.equals(there.whole(), bytes));
        }
        return same[0];
    }

    @Override
    public void delete(String key) throws IOException {
        Optional<IcechunkObjects.Place> place = view.place(key);
        aside.remove(key);
        if (place.isPresent() && find(place.get()).isPresent()) {
            session.erase(place.get().array().path(), place.get().index());
        }
    }

    @Override
    public List<String> folders(String key) {
        return view.folders(key);
    }

    @Override
    public void close() throws IOException {
        view.close();
    }
}
