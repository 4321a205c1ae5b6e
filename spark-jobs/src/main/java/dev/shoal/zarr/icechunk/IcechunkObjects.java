package dev.shoal.zarr.icechunk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shoal.codec.Slice;
import dev.shoal.netcdf.ByteSource;
import dev.shoal.netcdf.UnreadableException;
import dev.shoal.zarr.array.Json;
import dev.shoal.zarr.array.Ranges;
import dev.shoal.zarr.array.ReadRoom;
import dev.shoal.zarr.array.SourceFiles;
import dev.shoal.zarr.array.StoreObjects;
import dev.shoal.zarr.v3.NodeDocuments;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;

/**
 * One commit of a repository as the objects of a Zarr v3 store. Parts that lie near each other in one file are fetched
 * together. Not safe for use by several threads.
 */
public final class IcechunkObjects implements StoreObjects {

    /** Name of the object that shows a folder to be a repository. */
    public static final String NAME = RepoObject.NAME;

    private static final String DOCUMENT = "/" + NodeDocuments.NAME;
    private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,9}");
    private static final int MOST_MANIFESTS = 4;

    private final IcechunkRepository repository;
    private final NavigableMap<String, Node> nodes = new TreeMap<>();
    private final SourceFiles<SourceFile> sources;
    private final Map<ObjectId, Manifest> manifests = new LinkedHashMap<>(8, 0.75f, true);

    IcechunkObjects(IcechunkRepository repository, Snapshot snapshot, Configuration conf) {
        this.repository = repository;
        this.sources = VirtualSources.of(repository.root(), conf);
        snapshot.nodes().forEach(node -> nodes.put(node.path(), node));
    }

    /**
     * Opens a commit.
     *
     * @param ref a branch, a tag, or the id of a snapshot
     * @throws UnreadableException where there is none, or it is damaged
     */
    public static IcechunkObjects open(String root, String ref, Configuration conf) throws IOException {
        IcechunkRepository repository = IcechunkRepository.open(root, conf);
        return new IcechunkObjects(repository, repository.snapshot(repository.resolve(ref)), conf);
    }

    /** Tells whether the object {@link #NAME} of a folder shows it to be a repository. */
    public static boolean isRepository(byte[] object) {
        return Envelope.hasMagic(object);
    }

    @Override
    public String root() {
        return repository.root();
    }

    @Override
    public Optional<byte[]> read(String key, long most) throws IOException {
        if (("/" + key).endsWith(DOCUMENT)) {
            return nodeDocument(("/" + key).substring(0, key.length() + 1 - DOCUMENT.length()));
        }
        List<byte[]> found = new ArrayList<>();
        read(List.of(key), most, new ReadRoom(), (position, bytes) -> found.add(bytes.copy()));
        return found.stream().findFirst();
    }

    /** The documents of a root tell of other nodes where other stores were copied; those would be out of date. */
    private Optional<byte[]> nodeDocument(String path) throws UnreadableException {
        Node node = nodes.get(path.isEmpty() ? "/" : path);
        if (node == null) {
            return Optional.empty();
        }
        ObjectNode json = (ObjectNode) Json.parse(node.document(), path + DOCUMENT, root());
        return Optional.of(
                json.remove("consolidated_metadata") == null ? node.document().clone() : Json.bytes(json));
    }

    @Override
    public void read(List<String> keys, long most, ReadRoom room, Sink sink) throws IOException {
        List<Optional<ChunkRef>> refs = new ArrayList<>();
        for (String key : keys) {
            refs.add(find(key));
        }
        read(keys, refs, most, sink);
    }

    /** Hands over what references lead to, as {@link #read(List, long, ReadRoom, Sink)}. */
    void read(List<String> keys, List<Optional<ChunkRef>> refs, long most, Sink sink) throws IOException {
        Map<Object, List<Part>> byFile = new LinkedHashMap<>();
        for (int i = 0; i < keys.size(); i++) {
            ChunkRef ref = refs.get(i).orElse(null);
            if (ref instanceof ChunkRef.Inline inline) {
                requireNoMore(keys.get(i), inline.bytes().length, most);
                sink.accept(i, Slice.of(inline.bytes()));
            } else if (ref instanceof ChunkRef.Native part) {
                byFile.computeIfAbsent(part.chunk(), file -> new ArrayList<>())
                        .add(new Part(i, part.offset(), part.length()));
            } else if (ref instanceof ChunkRef.Virtual part) {
                byFile.computeIfAbsent(part.source(), file -> new ArrayList<>())
                        .add(new Part(i, part.offset(), part.length()));
            }
        }
        for (Map.Entry<Object, List<Part>> parts : byFile.entrySet()) {
            String key = keys.get(parts.getValue().get(0).position());
            if (parts.getKey() instanceof SourceFile source) {
                read(sources.open(source, key), source.location(), parts.getValue(), keys, most, sink);
            } else {
                String name = ObjectKind.CHUNK.key((ObjectId) parts.getKey());
                try (ByteSource chunk = repository.files().open(name)) {
                    read(chunk, name, parts.getValue(), keys, most, sink);
                }
            }
        }
    }

    /** A part of a file, and the position of the key that leads there. */
    private record Part(int position, long offset, long length) {}

    private void read(ByteSource file, String name, List<Part> parts, List<String> keys, long most, Sink sink)
            throws IOException {
        List<Ranges.Range> ranges = new ArrayList<>();
        for (Part part : parts) {
            String key = keys.get(part.position());
            if (part.offset() > file.length() - part.length()) {
                throw new UnreadableException(sources.prefix(key) + name + " ends at byte " + file.length()
                        + ", expected " + part.length() + " bytes from byte " + part.offset()
                        + " on. Fetch the file again, or reference it anew.");
            }
            requireNoMore(key, part.length(), most);
            ranges.add(new Ranges.Range(part.position(), part.offset(), (int) part.length()));
        }
        Ranges.read(file, ranges, (range, bytes) -> sink.accept(range.item(), bytes));
    }

    private void requireNoMore(String key, long length, long most) throws UnreadableException {
        if (length > most) {
            throw new UnreadableException(sources.prefix(key) + "it leads to " + length + " bytes, expected at most "
                    + most + ". Reference or write the chunk anew.");
        }
    }

    /**
     * A chunk's place.
     *
     * @param array that has it
     * @param index of the chunk
     */
    record Place(Node array, int[] index) {}

    private Optional<ChunkRef> find(String key) throws IOException {
        Optional<Place> place = place(key);
        return place.isEmpty() ? Optional.empty() : find(place.get());
    }

    /** Returns the place of a chunk's key; nothing where it is no key of a chunk. */
    Optional<Place> place(String key) {
        for (int end = key.lastIndexOf('/'); end > 0; end = key.lastIndexOf('/', end - 1)) {
            Node node = nodes.get("/" + key.substring(0, end));
            if (node != null) {
                Optional<int[]> index =
                        index(key.substring(end + 1), node.chunking().rank());
                return index.filter(known -> node.isArray()).map(known -> new Place(node, known));
            }
        }
        return Optional.empty();
    }

    /** Reads the index from the name of a chunk of either kind; a chunk without axes is {@code c} or {@code 0}. */
    private static Optional<int[]> index(String name, int rank) {
        if (rank == 0) {
            return name.equals("c") || name.equals("0") ? Optional.of(new int[0]) : Optional.empty();
        }
        String[] parts = name.split("[./]", -1);
        int first = parts[0].equals("c") ? 1 : 0;
        if (parts.length - first != rank) {
            return Optional.empty();
        }
        int[] index = new int[rank];
        for (int axis = 0; axis < rank; axis++) {
            if (!NUMBER.matcher(parts[first + axis]).matches()) {
                return Optional.empty();
            }
            index[axis] = (int) Long.parseLong(parts[first + axis]);
        }
        return Optional.of(index);
    }

    /** Returns the reference of a chunk; nothing where it has none. */
    Optional<ChunkRef> find(Place place) throws IOException {
        for (ManifestRef ref : place.array().chunking().manifests()) {
            if (ref.contains(place.index())) {
                return manifest(ref.manifest()).find(place.array().id(), place.index());
            }
        }
        return Optional.empty();
    }

    private Manifest manifest(ObjectId id) throws IOException {
        Manifest known = manifests.get(id);
        if (known == null) {
            if (manifests.size() == MOST_MANIFESTS) {
                manifests.remove(manifests.keySet().iterator().next());
            }
            known = repository.manifest(id);
            manifests.put(id, known);
        }
        return known;
    }

    /** Shows a node as it is to be. */
    void show(Node node) {
        nodes.put(node.path(), node);
    }

    @Override
    public Optional<ByteSource> open(String key) throws IOException {
        return open(key, find(key));
    }

    /** Opens what a reference leads to, as {@link #open(String)}. */
    Optional<ByteSource> open(String key, Optional<ChunkRef> found) throws IOException {
        ChunkRef ref = found.orElse(null);
        if (ref instanceof ChunkRef.Native part) {
            ByteSource chunk = repository.files().open(ObjectKind.CHUNK.key(part.chunk()));
            return part.offset() == 0 && part.length() == chunk.length()
                    ? Optional.of(chunk)
                    : Optional.of(chunk.onlyPart(part.offset(), part.length()));
        }
        if (ref instanceof ChunkRef.Virtual part) {
            return Optional.of(sources.open(part.source(), key).part(part.offset(), part.length()));
        }
        return ref instanceof ChunkRef.Inline inline
                ? Optional.of(ByteSource.of(root() + " " + key, inline.bytes()))
                : Optional.empty();
    }

    @Override
    public List<String> folders(String key) {
        String prefix = key.isEmpty() ? "/" : "/" + key + "/";
        TreeSet<String> names = new TreeSet<>();
        for (String path : nodes.tailMap(prefix, false).keySet()) {
            if (!path.startsWith(prefix)) {
                break;
            }
            if (path.indexOf('/', prefix.length()) < 0) {
                names.add(path.substring(prefix.length()));
            }
        }
        return new ArrayList<>(names);
    }

    @Override
    public void close() throws IOException {
        sources.close();
    }
}
